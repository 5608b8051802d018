import type { Page } from '@playwright/test'
import { expect, joinRoom, test } from '../support/guestRoom'
import { expectCardAt, onScreen, writeAt } from '../support/wall'

const words = (page: Page) => page.getByRole('textbox', { name: 'Words of the card' })
const carets = (page: Page) => page.locator('.words-caret-name')

async function open(page: Page) {
  await page.mouse.dblclick(...(await onScreen(page, [0, 0])))
  await expect(words(page)).toBeFocused()
}

/** The caret's place in the words, as the page itself counts them. */
const caretOf = (page: Page) =>
  words(page).evaluate((element) => {
    const selection = getSelection()
    if (!selection?.focusNode) return -1
    const before = document.createRange()
    before.selectNodeContents(element)
    before.setEnd(selection.focusNode, selection.focusOffset)
    return before.toString().length
  })

test('two people write in one card: no letter is lost, and each caret stays on its words', async ({
  browser,
  emptyRoom,
}) => {
  const amina = await joinRoom(browser, emptyRoom)
  const farid = await joinRoom(browser, emptyRoom, { name: 'Farid', side: 'resident' })
  await writeAt(amina, [0, 0], 'bench')
  await open(amina)
  await open(farid)
  await expect(carets(amina)).toHaveText('Farid')
  await expect(carets(farid)).toHaveText('Amina Yusuf')

  await amina.keyboard.press('Home')
  await Promise.all([
    amina.keyboard.type('A red ', { delay: 20 }),
    farid.keyboard.type(' in the sun', { delay: 20 }),
  ])
  for (const page of [amina, farid]) {
    await expect.poll(() => words(page).evaluate(wordsOnly)).toBe('A red bench in the sun')
    await expect(words(page)).toBeFocused()
  }
  expect(await caretOf(amina)).toBe('A red '.length)

  // At the same place: both write in the middle of the other's words.
  await farid.keyboard.press('Home')
  await amina.keyboard.press('Home')
  await Promise.all([
    amina.keyboard.type('12345', { delay: 15 }),
    farid.keyboard.type('abcde', { delay: 15 }),
  ])
  const ends = async () => {
    const texts = await Promise.all([amina, farid].map((page) => words(page).evaluate(wordsOnly)))
    return texts[0] === texts[1] ? [...(texts[0] ?? '').slice(0, 10)].sort().join('') : texts.join(' / ')
  }
  await expect.poll(ends).toBe('12345abcde')

  // An undo takes back the person's own letters, and only those since the caret went there.
  const written = await words(farid).evaluate(wordsOnly)
  await amina.keyboard.press('Control+End')
  await amina.keyboard.press('!')
  await expect.poll(() => words(farid).evaluate(wordsOnly)).toBe(`${written}!`)
  await amina.keyboard.press('Control+z')
  await expect.poll(() => words(farid).evaluate(wordsOnly)).toBe(written)
})

test('a caret that goes elsewhere begins a step of its own, however soon', async ({ browser, emptyRoom }) => {
  const amina = await joinRoom(browser, emptyRoom)
  await writeAt(amina, [0, 0], 'bench')
  await open(amina)
  const wordsOf = () => words(amina).evaluate(wordsOnly)
  for (const key of ['!', 'Home', 'A', 'ArrowLeft', 'x']) await amina.keyboard.press(key)
  await expect.poll(wordsOf).toBe('xAbench!')
  for (const left of ['Abench!', 'bench!', 'bench']) {
    await amina.keyboard.press('Control+z')
    await expect.poll(wordsOf).toBe(left)
  }
  await amina.keyboard.press('Control+Shift+z')
  await expect.poll(wordsOf).toBe('bench!')
})

/** The words without the names at the carets in them. */
function wordsOnly(element: Element): string {
  const copy = element.cloneNode(true) as Element
  for (const caret of copy.querySelectorAll('.words-caret')) caret.remove()
  return copy.textContent ?? ''
}

test('letters are formed by keys and buttons, and lines become lists, for everybody', async ({
  browser,
  emptyRoom,
}) => {
  const amina = await joinRoom(browser, emptyRoom)
  const farid = await joinRoom(browser, emptyRoom, { name: 'Farid', side: 'resident' })
  await writeAt(amina, [0, 0], 'A quiet room')
  await expectCardAt(farid, [0, 0], 'A quiet room')
  await open(amina)
  await open(farid)
  await amina.keyboard.press('Control+Shift+ArrowLeft')
  await amina.keyboard.press('Control+b')
  await expect(words(farid).locator('.words-bold')).toHaveText('room')
  const bar = amina.getByRole('toolbar', { name: 'How the words look' })
  await expect(bar.getByRole('button', { name: 'Bold' })).toHaveAttribute('aria-pressed', 'true')
  await bar.getByRole('button', { name: 'Italic' }).click()
  await expect(words(farid).locator('.words-italic')).toHaveText('room')
  await expect(words(amina)).toBeFocused()

  await amina.keyboard.press('End')
  await amina.keyboard.press('Enter')
  await amina.keyboard.type('- tea')
  await amina.keyboard.press('Enter')
  await amina.keyboard.type('chairs')
  await expect.poll(() => words(farid).evaluate(wordsOnly)).toBe('A quiet room• tea• chairs')
  await amina.keyboard.press('Escape')
  await expect(carets(farid)).toHaveCount(0)
  await expect(words(farid)).toBeFocused()
})

test('words composed by an input method arrive whole, also while somebody else writes', async ({
  browser,
  emptyRoom,
}) => {
  const amina = await joinRoom(browser, emptyRoom)
  const farid = await joinRoom(browser, emptyRoom, { name: 'Farid', side: 'resident' })
  await writeAt(amina, [0, 0], 'tea ')
  await expectCardAt(farid, [0, 0], 'tea')
  await open(amina)
  await open(farid)
  await farid.keyboard.press('Home')
  const method = await amina.context().newCDPSession(amina)
  const compose = (text: string) =>
    method.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await compose('k')
  await compose('ky')
  await farid.keyboard.type('hot ')
  await compose('きょう')
  await method.send('Input.insertText', { text: '今日' })
  await amina.keyboard.type('!')
  for (const page of [amina, farid])
    await expect.poll(() => words(page).evaluate(wordsOnly)).toBe('hot tea 今日!')
})
