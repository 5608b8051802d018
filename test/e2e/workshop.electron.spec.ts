import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { docxOf } from '../support/docx'
import { clickWall, wallOf, writeAt } from '../support/wall'
import { expect, openStage, openTab, test } from '../support/workshop'
import {
  bringIn,
  chosenBar,
  goOn,
  groupChosen,
  IDEA,
  LIGHT,
  QUESTION,
  reader,
  SEAT,
  STORY,
  selectWords,
  THEME,
} from '../support/workshopSteps'

const row = (page: Page, name: string | RegExp): Locator => page.getByRole('treeitem', { name })

test('a passage becomes a highlight and a card that opens the story there, and keeps its words through edits', async ({
  workshop: { window, guest, folder, reopen },
}) => {
  const both = [window, guest]
  await writeFile(join(folder, 'lane.txt'), STORY)
  const paragraphs = [
    ['Heading1', 'The school run'],
    ['', 'We cross where we can.'],
  ] as const
  await writeFile(join(folder, 'school.docx'), docxOf(paragraphs))

  await bringIn(window, join(folder, 'school.docx'))
  await window.getByRole('button', { name: 'All stories' }).click()
  await bringIn(window, join(folder, 'lane.txt'))
  await openTab(guest, 'Stories')
  await guest.getByRole('button', { name: /^The school run/ }).click()
  await expect(reader(guest, 'The school run').getByText('We cross where we can.')).toBeVisible()
  await guest.getByRole('button', { name: 'All stories' }).click()
  await guest.getByRole('button', { name: /^Mill Lane/ }).click()

  await selectWords(window, SEAT)
  await window
    .getByRole('toolbar', { name: 'Selected words' })
    .getByRole('button', { name: 'Highlight' })
    .click()
  for (const page of both) await expect(reader(page, 'Mill Lane').locator('mark')).toHaveText(SEAT)

  await reader(window, 'Mill Lane').locator('mark').click()
  await window.getByRole('region', { name: 'Highlight' }).getByRole('button', { name: 'Make a card' }).click()
  await expect(window.getByRole('textbox', { name: 'Words of the card' })).toBeFocused()
  await window.keyboard.type('Being asked matters')
  await window.keyboard.press('Escape')
  for (const page of both) {
    await page.getByRole('button', { name: 'All stories' }).click()
    await expect.poll(() => clickWall(page, [0, 0])).toBe('Selected: Being asked matters')
    await openTab(page, 'Details')
    await expect(page.getByRole('blockquote')).toHaveText(SEAT)
    // The foot of the card names its story and leads there.
    await clickWall(page, [-80, 76])
    await expect(reader(page, 'Mill Lane').locator('.story-mark-shown')).toHaveText(SEAT)
  }

  await window.getByRole('button', { name: 'Edit the words' }).click()
  const edited = `For years I sat there every day. ${SEAT} Now I stay in.`
  await window.getByLabel('Paragraph 2').fill(edited)
  await window.getByRole('button', { name: 'Stop editing' }).click()
  for (const page of both) {
    await expect(reader(page, 'Mill Lane').getByText('Now I stay in.')).toBeVisible()
    await expect(reader(page, 'Mill Lane').locator('mark')).toHaveText(SEAT)
  }

  const again = await reopen()
  await openTab(again, 'Stories')
  await expect(again.getByRole('button', { name: /^The school run/ })).toBeVisible()
  await again.getByRole('button', { name: /^Mill Lane/ }).click()
  await expect(reader(again, 'Mill Lane').locator('mark')).toHaveText(SEAT)
  await expect(reader(again, 'Mill Lane').getByText('Now I stay in.')).toBeVisible()
  await openTab(again, 'Outline')
  await row(again, 'Being asked matters').click()
  await openTab(again, 'Details')
  await expect(again.getByRole('blockquote')).toHaveText(SEAT)
})

test('cards become a theme, the theme a question, the question an idea, the idea a storyboard drawn by hand', async ({
  workshop: { window, guest, reopen },
}) => {
  const both = [window, guest]
  for (const page of both) await openTab(page, 'Outline')
  await writeAt(window, [-220, -100], SEAT)
  await writeAt(window, [60, -100], LIGHT)
  await clickWall(window, [-220, -100])
  await window.keyboard.down('Shift')
  await clickWall(window, [60, -100])
  await window.keyboard.up('Shift')
  await groupChosen(window, THEME)
  for (const page of both) await expect(row(page, `${THEME} 2 cards`)).toBeVisible()
  await goOn(window, 'Ask “How might we…”', QUESTION)
  await goOn(window, 'Add an idea', IDEA)
  await openStage(guest, 'Ideas')
  await expect(guest.locator('.idea-group', { hasText: QUESTION })).toContainText(IDEA)

  await chosenBar(window).getByRole('button', { name: 'Draw a storyboard' }).click()
  await openStage(window, 'Prototype')
  await openStage(guest, 'Prototype')
  const strokes = (page: Page) => page.getByRole('img', { name: /^Drawing of frame 1/ }).locator('path')
  for (const page of both) {
    await expect(page.getByLabel('Name of the storyboard')).toHaveValue(IDEA)
    await expect(page.getByRole('img', { name: /^Drawing of frame/ })).toHaveCount(3)
    await expect(strokes(page)).toHaveCount(0)
  }
  const frame = await firstFrame(window)
  const pen = window
    .getByRole('toolbar', { name: 'Tools' })
    .getByRole('button', { name: 'Pen', exact: true })
    .first()
  await pen.click()
  await expect(pen).toHaveAttribute('aria-expanded', 'false')
  await window.mouse.move(frame.x(60), frame.y(60))
  await window.mouse.down()
  await window.mouse.move(frame.x(240), frame.y(140), { steps: 12 })
  await window.mouse.up()
  for (const page of both) await expect(strokes(page)).toHaveCount(1)
  await window.keyboard.press('Escape')
  await window.mouse.dblclick(frame.x(160), frame.y(240))
  const caption = window.getByRole('textbox', { name: 'Words of the card' })
  await expect(caption).toBeFocused()
  await window.keyboard.type('They saw and screw')
  await window.keyboard.press('Escape')
  for (const page of both)
    await expect(page.getByLabel('What happens in frame 1')).toHaveValue('They saw and screw')

  const again = await reopen()
  await expect(again.getByLabel('What happens in frame 1')).toHaveValue('They saw and screw')
  await expect(strokes(again)).toHaveCount(1)
  await openTab(again, 'Outline')
  await expect(row(again, `${THEME} 2 cards`)).toBeVisible()
  for (const words of [SEAT, LIGHT, QUESTION]) await expect(row(again, words)).toBeVisible()
  await row(again, `Idea ${IDEA}`).click()
  await openTab(again, 'Details')
  await expect(again.getByRole('button', { name: QUESTION })).toBeVisible()
})

/** Where the picture of a chosen storyboard's first frame lies: from its own units to the page. */
async function firstFrame(page: Page) {
  // Without motion the wall is at its place as soon as it is told to go there.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.getByRole('button', { name: 'See the whole wall' }).click()
  await wallOf(page).focus()
  await page.keyboard.press('Enter')
  const title = page.getByRole('textbox', { name: 'Words of the card' })
  await expect(title).toBeFocused()
  const box = await title.boundingBox()
  await page.keyboard.press('Escape')
  if (!box) throw new Error('the storyboard has no title to write in')
  await page.emulateMedia({ reducedMotion: null })
  // The title begins right above the first frame.
  const scale = Number.parseInt(await page.getByRole('button', { name: /^\d+ %/ }).innerText(), 10) / 100
  return { x: (at: number) => box.x + at * scale, y: (at: number) => box.y + (50 + at) * scale }
}

test('a scene in English and Arabic runs line by line on the projector and at the guest, and freezes', async ({
  workshop: { app, window, guest, reopen },
}) => {
  const both = [window, guest]
  for (const page of both) await openStage(page, 'Rehearse')
  await window.getByRole('button', { name: 'New scene' }).click()
  const cast = [
    ['Maya', 'مايا'],
    ['Officer', 'الموظفة'],
  ]
  for (const [at, [english = '', arabic = '']] of cast.entries()) {
    await window.getByLabel(`Character ${at + 1}, name in English`).fill(english)
    await window.getByLabel(`Character ${at + 1}, name in Arabic`).fill(arabic)
  }
  const lines = [
    ['Who decided about our bench?', 'مين قرّر بخصوص المقعد؟'],
    ['I will find out today.', 'رح أسأل اليوم.'],
  ]
  for (const [at, [english = '', arabic = '']] of lines.entries()) {
    await window.getByRole('button', { name: 'Add a line' }).click()
    await window.getByLabel(`Line ${at + 1} in English`).fill(english)
    await window.getByLabel(`Line ${at + 1} in Arabic`).fill(arabic)
    await expect(guest.getByLabel(`Line ${at + 1} in Arabic`)).toHaveValue(arabic)
  }
  await expect(guest.getByLabel('Who speaks line 2').locator('option:checked')).toHaveText('Officer')

  const opened = app.waitForEvent('window')
  await window.getByRole('button', { name: 'Present', exact: true }).click()
  const projector = await opened
  await expect(projector.getByRole('main', { name: 'The wall for the room' })).toBeVisible()
  await window.getByRole('button', { name: 'Run the scene' }).click()
  for (const [at, [english = '', arabic = '']] of lines.entries()) {
    await expect(projector.locator('.prompter-line')).toContainText(english)
    await expect(projector.locator('.prompter-line').getByText(arabic)).toHaveCSS('direction', 'rtl')
    for (const name of cast[at] ?? [])
      await expect(projector.locator('.prompter-speaker')).toContainText(name)
    for (const page of both) {
      await expect(page.locator('.run-place')).toHaveText(`Line ${at + 1} of 2`)
      await expect(page.locator('[aria-current="step"]').getByLabel(`Line ${at + 1} in English`)).toHaveValue(
        english,
      )
    }
    if (at === 0) await window.getByRole('button', { name: 'Next line' }).click()
  }
  await window.getByRole('button', { name: 'Freeze' }).click()
  await expect(projector.getByText('What do you see? What would you change?')).toBeVisible()
  await expect(guest.getByRole('button', { name: 'Freeze' })).toHaveAttribute('aria-pressed', 'true')
  await guest.getByRole('button', { name: 'Go on' }).click()
  await expect(projector.locator('.prompter-line')).toContainText('I will find out today.')
  await window.getByRole('button', { name: 'End', exact: true }).click()
  await expect(projector.getByRole('main', { name: 'The wall for the room' })).toBeVisible()

  const again = await reopen()
  for (const [at, [english = '', arabic = '']] of lines.entries()) {
    await expect(again.getByLabel(`Line ${at + 1} in English`)).toHaveValue(english)
    await expect(again.getByLabel(`Line ${at + 1} in Arabic`)).toHaveValue(arabic)
  }
})
