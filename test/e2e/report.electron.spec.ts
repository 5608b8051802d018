import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { answerSaveDialog } from '../support/dialogs'
import { wallOf } from '../support/wall'
import { expect, openStage, test } from '../support/workshop'
import {
  bringIn,
  goOn,
  groupChosen,
  IDEA,
  LIGHT,
  noticeIn,
  QUESTION,
  reader,
  SEAT,
  STORY,
  THEME,
} from '../support/workshopSteps'

const LENDS = 'That the council lends tools.'
const drawnFaces = (pdf: string): number =>
  execFileSync('pdffonts', [pdf], { encoding: 'utf8' }).match(/Type 3/g)?.length ?? 0
const paperOf = (page: Page): Locator => page.getByRole('region', { name: 'The pages' })

test('a recommendation reaches back to the quote, and words without consent stay in the room', async ({
  workshop: { app, window, guest, folder, reopen },
}) => {
  const both = [window, guest]
  await writeFile(join(folder, 'lane.txt'), STORY)
  await bringIn(window, join(folder, 'lane.txt'))
  await window.getByText('About this story ·').click()
  await window.getByRole('radio', { name: 'Quotes, no name' }).check()
  await noticeIn(window, SEAT, 'Being asked matters')
  await noticeIn(window, LIGHT, 'Dark makes the way long')
  await reader(window, 'Mill Lane').locator('mark', { hasText: LIGHT }).click()
  await window.getByLabel('This quote may be published').uncheck()
  await window.keyboard.press('Escape')
  await wallOf(window).focus()
  await window.keyboard.press('Control+a')
  await groupChosen(window, THEME)
  await goOn(window, 'Ask “How might we…”', QUESTION)
  await goOn(window, 'Add an idea', IDEA)

  for (const page of both) await openStage(page, 'Report')
  await window.getByRole('button', { name: 'Add a recommendation' }).click()
  await window.getByLabel('What should happen').fill(LENDS)
  await window.getByLabel('Link an idea, prototype or theme').selectOption({ label: `Idea: ${IDEA}` })
  const left = 'One quote is left out because the person did not agree to have it published.'
  for (const page of both) {
    const paper = paperOf(page)
    for (const words of [LENDS, IDEA, QUESTION, THEME, SEAT, left])
      await expect(paper.getByText(words).first()).toBeVisible()
    await expect(paper.getByText(LIGHT)).toHaveCount(0)
    await expect(paper.getByRole('heading', { name: 'Ideas and the votes they got' })).toBeVisible()
  }
  await window.getByRole('checkbox', { name: 'Ideas and the votes they got' }).uncheck()
  for (const page of both)
    await expect(page.getByRole('heading', { name: 'Ideas and the votes they got' })).toHaveCount(0)

  const html = join(folder, 'report.html')
  await answerSaveDialog(app, html)
  await window.getByRole('button', { name: 'Save as web page' }).click()
  await expect(window.getByText(`Saved: ${html}`)).toBeVisible()
  const page = await readFile(html, 'utf8')
  for (const words of [LENDS, IDEA, QUESTION, THEME, SEAT, left]) expect(page).toContain(words)
  expect(page).not.toContain(LIGHT)
  expect(page).not.toContain('the votes they got')

  const pdf = join(folder, 'report.pdf')
  await answerSaveDialog(app, pdf)
  await window.getByRole('button', { name: 'Save as PDF' }).click()
  await expect(window.getByText(`Saved: ${pdf}`)).toBeVisible()
  expect(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })).toMatch(/Tagged:\s+yes/)
  const text = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')
  expect(text).toContain(SEAT)
  expect(text).not.toContain(LIGHT)
  expect(drawnFaces(pdf)).toBe(0)

  await window.getByLabel('What should happen').fill(`${LENDS} 谢谢 🌱`)
  await expect(paperOf(window).getByText('谢谢 🌱')).toBeVisible()
  await answerSaveDialog(app, pdf)
  await window.getByRole('button', { name: 'Save as PDF' }).click()
  // The letters of emoji and Chinese, which this machine does not have, are in the file as drawings.
  await expect.poll(() => drawnFaces(pdf)).toBe(2)
  await window.getByLabel('What should happen').fill(LENDS)

  const again = await reopen()
  await expect(again.getByLabel('What should happen')).toHaveValue(LENDS)
  await expect(again.getByRole('button', { name: `Unlink: ${IDEA}` })).toBeVisible()
  await expect(again.getByRole('checkbox', { name: 'Ideas and the votes they got' })).not.toBeChecked()
  await expect(paperOf(again).getByText(SEAT).first()).toBeVisible()
  await expect(paperOf(again).getByText(left)).toBeVisible()
})
