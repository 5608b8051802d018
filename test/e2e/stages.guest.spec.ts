import { strToU8 } from 'fflate'
import { accessibilityTroubles } from '../support/accessibility'
import { docxOf } from '../support/docx'
import { expect, joinRoom, test } from '../support/guestRoom'
import { pressWith } from '../support/moments'
import { finishWriting } from '../support/wall'

const file = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
})

test('a story is brought in, a passage becomes a highlight and a card, and the card opens the story', async ({
  browser,
  emptyRoom,
}) => {
  const page = await joinRoom(browser, emptyRoom)
  await page.locator('#tab-stories').click()
  const words = '# First visit\n\nNobody spoke to me at the desk.\n\nThen I went home.\n'
  await page.locator('input[type="file"]').setInputFiles(file('visit.txt', strToU8(words)))
  const reader = page.getByRole('article', { name: 'First visit' })
  await expect(reader.getByText('Nobody spoke to me at the desk.')).toBeVisible()

  // With the keyboard alone: a paragraph, then all its words, then a card.
  await reader.locator('.story-paragraph').first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('toolbar', { name: 'Selected words' })).toBeVisible()
  await page.keyboard.press('c')
  await expect(reader.locator('mark')).toHaveText('Nobody spoke to me at the desk.')
  await finishWriting(page, 'A greeting opens the place')

  await page.locator('#tab-details').click()
  await expect(page.getByRole('blockquote')).toHaveText('Nobody spoke to me at the desk.')
  await page.getByRole('button', { name: /First visit/ }).click()
  await expect(reader.locator('.story-mark-shown')).toHaveText('Nobody spoke to me at the desk.')
  await reader.getByRole('button', { name: /^Highlight: Nobody/ }).click()
  const sheet = page.getByRole('region', { name: 'Highlight' })
  await expect(sheet.getByRole('button', { name: 'A greeting opens the place' })).toBeVisible()
  expect(await accessibilityTroubles(page)).toEqual([])
})

test('a story that is opened takes the keys from its first moment', async ({ browser, emptyRoom }) => {
  const page = await joinRoom(browser, emptyRoom)
  await page.locator('#tab-stories').click()
  const words = 'Nobody spoke to me at the desk.'
  await page.locator('input[type="file"]').setInputFiles(file('visit.txt', strToU8(words)))
  const paragraph = page.locator('.story-paragraph')
  await paragraph.press('Enter')
  await page.keyboard.press('c')
  await finishWriting(page, 'A greeting opens the place')
  await page.locator('#tab-details').click()
  await expect(page.getByRole('blockquote')).toHaveText(words)

  await pressWith(page, '.story-paragraph', { code: 'Enter', key: 'Enter' }, { code: 'KeyH', key: 'h' })
  await page.getByRole('button', { name: /visit/ }).click()
  // One by the card, one by the key.
  await expect(page.locator('.story-text mark')).toHaveAttribute('data-highlights', /^\S+ \S+$/)
})

test('a highlight stays on its words when somebody edits the story', async ({ browser, emptyRoom }) => {
  const page = await joinRoom(browser, emptyRoom)
  await page.locator('#tab-stories').click()
  await page.locator('input[type="file"]').setInputFiles(
    file(
      'visit.docx',
      docxOf([
        ['Heading1', 'The desk'],
        ['', 'Nobody spoke to me.'],
      ]),
    ),
  )
  const reader = page.getByRole('article', { name: 'The desk' })
  await reader.locator('.story-paragraph').first().focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('h')
  await expect(reader.locator('mark')).toHaveText('Nobody spoke to me.')
  await reader.getByRole('button', { name: 'Edit the words' }).click()
  await reader.getByLabel('Paragraph 2').fill('At first nobody ever spoke to me.')
  await reader.getByRole('button', { name: 'Stop editing' }).click()
  await expect(reader.locator('mark')).toContainText('spoke to me.')
})

test('files that hold no story each get a sentence and leave the board as it was', async ({
  browser,
  emptyRoom,
}) => {
  const page = await joinRoom(browser, emptyRoom)
  await page.locator('#tab-stories').click()
  const bad = [
    [file('nothing.txt', new Uint8Array()), 'This file is empty'],
    [file('archive.docx', strToU8('PK\x03\x04 no document')), 'This is not a document that we can read'],
    [file('blank.docx', docxOf([['', '']])), 'There are no words in this document'],
    [
      file('picture.txt', new Uint8Array([137, 80, 78, 71, 0, 0, 0, 13])),
      'letters in this file cannot be read',
    ],
  ] as const
  for (const [what, sentence] of bad) {
    await page.locator('input[type="file"]').setInputFiles(what)
    await expect(page.locator('.notices')).toContainText(sentence)
  }
  await expect(page.getByText('No stories yet.')).toBeVisible()
  const western = new Uint8Array([...strToU8('He said '), 0x93, ...strToU8('caf'), 0xe9, 0x94])
  await page.locator('input[type="file"]').setInputFiles(file('old.txt', western))
  await expect(page.locator('.story-words')).toHaveText('He said “café”')
  await expect(page.locator('.notices')).toContainText('Look whether they read well')
})

test('a theme leads to a question, the question to an idea, the idea to votes and a storyboard', async ({
  browser,
  room,
}) => {
  const page = await joinRoom(browser, room)
  await page.getByRole('button', { name: 'Insights' }).click()
  const theme = page.locator('.theme-item').first()
  await theme.getByRole('button', { name: 'How might we…' }).click()
  await theme.getByLabel('What could we do?').fill('greet people')
  await theme.getByLabel('For whom?').fill('somebody new')
  await theme.getByLabel('So that what happens?').fill('they come back')
  await theme.getByRole('button', { name: 'Put it on the wall' }).click()

  await page.getByRole('button', { name: 'Ideas' }).click()
  const question = 'How might we greet people for somebody new so that they come back?'
  const group = page.locator('.idea-group', { hasText: question })
  await group.getByLabel('Write an idea').fill('A host at the door')
  await page.keyboard.press('Enter')
  await group.getByRole('button', { name: /^Vote for: A host at the door/ }).click()
  await expect(group.getByRole('button', { name: 'Vote for: A host at the door, 1 vote' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )

  await page.getByRole('button', { name: 'Prototype' }).click()
  await page.getByLabel('Idea to draw').selectOption({ label: 'A host at the door (1 vote)' })
  await page.getByRole('button', { name: 'Draw it as a storyboard' }).click()
  await page.getByLabel('What happens in frame 1').fill('Somebody stands at the door')
  await page.getByLabel('What happens in frame 2').fill('They walk in together')
  await page.getByRole('button', { name: 'Move frame 1 back' }).click()
  await expect(page.getByLabel('What happens in frame 1')).toHaveValue('They walk in together')
})

test('cards chosen on the wall become a theme with a sentence', async ({ browser, room }) => {
  const page = await joinRoom(browser, room)
  await page.locator('#tab-outline').click()
  const cards = page.locator('[role="treeitem"][aria-level="3"]')
  await cards.nth(0).click()
  await cards.nth(1).click({ modifiers: ['Control'] })
  await page.getByRole('button', { name: 'Insights' }).click()
  await expect(page.getByRole('region', { name: 'Insights' }).getByText('2 cards selected')).toBeVisible()
  const count = await page.locator('.theme-item').count()
  await page.getByLabel('What do they say together?').fill('The door decides')
  await page.getByRole('button', { name: 'Make a theme' }).click()
  await expect(page.locator('.theme-item')).toHaveCount(count + 1)
  await expect(page.locator('.theme-item').last().getByLabel('The theme’s sentence')).toHaveValue(
    'The door decides',
  )
})
