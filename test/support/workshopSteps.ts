import type { Locator, Page } from '@playwright/test'
import { finishWriting } from './wall'
import { expect, openTab } from './workshop'

/** A story with two passages worth keeping, and what a workshop makes of them. */
export const SEAT = 'Nobody asked us before the bench went.'
export const LIGHT = 'After dark I walk the long way round.'
export const STORY = `# Mill Lane\n\nI sat there every day. ${SEAT} Now I stay at home.\n\n${LIGHT}\n`
export const THEME = 'The lane stopped being ours'
export const QUESTION = 'How might we give the lane back?'
export const IDEA = 'A bench that neighbours build'

/** Brings a story in from a file on the disk; it is open to read afterwards. */
export async function bringIn(page: Page, path: string): Promise<void> {
  await openTab(page, 'Stories')
  await page.getByLabel('Bring in a story').and(page.locator('input')).setInputFiles(path)
  await expect(page.getByRole('document', { name: 'The words of the story' })).toBeVisible()
}

/** Selects words of the open story by dragging over them with the mouse. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const place = await page
    .locator('.story-words', { hasText: words })
    .first()
    .evaluate(async (paragraph, wanted) => {
      // Letters that come later move the words.
      await document.fonts.ready
      const text = paragraph.firstChild
      const start = text?.textContent?.indexOf(wanted) ?? -1
      if (!text || start < 0) throw new Error('the words are in no single piece of text')
      paragraph.scrollIntoView({ block: 'center' })
      const edge = (at: number) => {
        const range = document.createRange()
        range.setStart(text, at)
        const { x, y, height } = range.getBoundingClientRect()
        return { x, y: y + height / 2 }
      }
      return { from: edge(start), to: edge(start + wanted.length) }
    }, words)
  await page.mouse.move(place.from.x, place.from.y)
  await page.mouse.down()
  await page.mouse.move(place.to.x, place.to.y, { steps: 5 })
  await page.mouse.up()
  await expect(page.getByRole('toolbar', { name: 'Selected words' })).toBeVisible()
}

/** Makes a card of what was noticed in words of the open story. */
export async function noticeIn(page: Page, words: string, noticed: string): Promise<void> {
  await selectWords(page, words)
  await page
    .getByRole('toolbar', { name: 'Selected words' })
    .getByRole('button', { name: 'Card', exact: true })
    .click()
  await finishWriting(page, noticed)
}

/** The bar beside what is chosen on the wall. */
export const chosenBar = (page: Page) =>
  page.getByRole('toolbar', { name: 'What to do with the selected cards' })

/** Groups what is chosen on the wall under one sentence. */
export async function groupChosen(page: Page, sentence: string): Promise<void> {
  await chosenBar(page).getByRole('button', { name: 'Group into a theme' }).click()
  await page.getByLabel('What do these have in common?').fill(sentence)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('What do these have in common?')).toHaveCount(0)
}

/** Goes on from the one chosen card to the next link of its thread, and writes it on the wall. */
export async function goOn(page: Page, step: 'Ask “How might we…”' | 'Add an idea', words: string) {
  await chosenBar(page).getByRole('button', { name: step }).click()
  await finishWriting(page, words)
}

/** The story that is open to read. */
export const reader = (page: Page, title: string): Locator => page.getByRole('article', { name: title })
