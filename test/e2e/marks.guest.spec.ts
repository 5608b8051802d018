import { expect, joinRoom, test } from '../support/guestRoom'
import { drag, writeAt } from '../support/wall'

test('a card is answered and stamped from the bar beside it, and the outline says so', async ({
  browser,
  emptyRoom,
}) => {
  const page = await joinRoom(browser, emptyRoom)
  await writeAt(page, [0, 0], 'A bench by the stop')
  await page.getByRole('button', { name: 'Answer or stamp' }).click()
  await page.getByRole('button', { name: 'Heart', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Heart: 1' })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('radio', { name: 'Tick' }).click()
  await page.getByRole('tab', { name: 'Outline' }).click()
  await expect(page.getByRole('treeitem').filter({ hasText: 'Stamp Tick' })).toBeVisible()
})

test('what is drawn in colour is rubbed out by the eraser and comes back by undo', async ({
  browser,
  emptyRoom,
}) => {
  const page = await joinRoom(browser, emptyRoom)
  await writeAt(page, [0, 0], 'A bench by the stop')
  await page.getByRole('button', { name: 'Pen', exact: true }).click()
  await page.getByRole('button', { name: 'Choices for: Pen' }).click()
  await page.getByRole('button', { name: 'Highlighter', exact: true }).click()
  await page.getByRole('button', { name: 'Broad' }).click()
  await page.getByRole('button', { name: 'Rose', exact: false }).click()
  await drag(page, [-80, 0], [90, 10])
  await page.getByRole('tab', { name: 'Outline' }).click()
  const drawing = page.getByRole('treeitem').filter({ hasText: 'Drawing' })
  await expect(drawing).toBeVisible()
  await page.getByRole('button', { name: 'Highlighter', exact: true }).click()
  await page.getByRole('button', { name: 'Eraser', exact: true }).click()
  await drag(page, [0, -60], [0, 60])
  await expect(drawing).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(drawing).toBeVisible()
})
