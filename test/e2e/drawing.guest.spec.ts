import type { Page } from '@playwright/test'
import { expect, joinRoom, test } from '../support/guestRoom'

type Place = readonly [number, number]

/** Takes a tool of the rail in hand, from among the others when it does not stand there. */
async function take(page: Page, tool: string): Promise<void> {
  const rail = page.locator('.tool-rail')
  const button = rail.getByRole('button', { name: tool, exact: true })
  if ((await button.count()) > 0) await button.click()
  else {
    await rail.getByRole('button', { name: 'More tools' }).click()
    await page.getByRole('menuitemradio', { name: tool, exact: true }).click()
  }
  await expect(button).toHaveAttribute('aria-pressed', 'true')
}

/** Takes a tool in hand, and chooses something for it with a second press. */
async function choose(page: Page, tool: string, option?: string): Promise<void> {
  await take(page, tool)
  await expect(page.locator('.rail-options')).toHaveCount(0)
  if (!option) return
  await page.locator('.tool-rail').getByRole('button', { name: tool, exact: true }).click()
  await page.locator('.rail-options').getByRole('radio', { name: option, exact: true }).click()
}

/** Drags on the wall, in CSS pixels from its corner. */
async function drag(page: Page, [ax, ay]: Place, [bx, by]: Place): Promise<void> {
  const wall = await page.locator('.wall').boundingBox()
  const [left, top] = [wall?.x ?? 0, wall?.y ?? 0]
  await page.mouse.move(left + ax, top + ay)
  await page.mouse.down()
  await page.mouse.move(left + (ax + bx) / 2, top + (ay + by) / 2)
  await page.mouse.move(left + bx, top + by)
  await page.mouse.up()
}

async function write(page: Page, words: string): Promise<void> {
  await page.locator('.wall-editor').fill(words)
  await page.keyboard.press('Escape')
}

test('a guest draws shapes, joins them and frames them, and another reads it in the outline', async ({
  browser,
  emptyRoom,
}) => {
  const page = await joinRoom(browser, emptyRoom)
  await choose(page, 'Shape', 'Diamond')
  await drag(page, [160, 200], [320, 320])
  await write(page, 'Is it clear?')
  await choose(page, 'Shape', 'Rectangle')
  await drag(page, [460, 200], [620, 320])
  await write(page, 'The letter')
  await choose(page, 'Connector')
  await drag(page, [240, 260], [540, 260])
  await choose(page, 'Text')
  await drag(page, [200, 400], [500, 440])
  await write(page, 'At the door')
  await choose(page, 'Frame')
  await drag(page, [120, 130], [680, 520])
  await write(page, 'Arriving')

  const other = await joinRoom(browser, emptyRoom, { name: 'Bilal Khan' })
  await other.locator('#tab-outline').click()
  const tree = other.getByRole('tree')
  await expect(tree.getByRole('treeitem', { name: /Arriving/ })).toHaveAttribute('aria-level', '2')
  for (const words of [/Shape Is it clear\?/, /Shape The letter/, /Text At the door/])
    await expect(tree.getByRole('treeitem', { name: words })).toHaveAttribute('aria-level', '3')
  await expect(
    tree.getByRole('treeitem', { name: /Connector connects .Is it clear\?. and .The letter./ }),
  ).toBeVisible()
})

test('on a phone every tool can be reached', async ({ browser, emptyRoom }) => {
  const page = await joinRoom(browser, emptyRoom)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.locator('.phone-bar button').first().click()
  const rail = page.locator('.tool-rail')
  const box = await rail.boundingBox()
  expect(box?.x ?? -1).toBeGreaterThanOrEqual(0)
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390)
  for (const name of ['Text', 'Shape', 'Pen', 'Connector', 'Frame', 'Select with a loop']) {
    await take(page, name)
    const wide = await rail.boundingBox()
    expect((wide?.x ?? 0) + (wide?.width ?? 999)).toBeLessThanOrEqual(390)
  }
})
