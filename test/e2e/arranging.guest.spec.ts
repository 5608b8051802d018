import type { Page } from '@playwright/test'
import { expect, joinRoom, test } from '../support/guestRoom'
import {
  clickWall,
  coloursOver,
  drag,
  expectBare,
  expectCardAt,
  pull,
  wallOf,
  writeAt,
} from '../support/wall'

/** The colour of guides in the light look. */
const GUIDE = '#A33A4D'

const guidePixels = async (page: Page) => (await coloursOver(page, [-500, -300], [1000, 600]))[GUIDE] ?? 0

test('cards are held by each other, lined up, grouped and locked', async ({ browser, emptyRoom }) => {
  const page = await joinRoom(browser, emptyRoom)
  const bar = page.getByRole('toolbar', { name: 'What to do with the selected cards' })
  await writeAt(page, [-250, -150], 'The bench has no shade')
  await writeAt(page, [-200, 60], 'Nobody says hello')
  await writeAt(page, [200, 60], 'The ramp is too steep')

  // Four pixels short of the edges of the first card: it is held there, and a line says why.
  await pull(page, [-200, 60], [-246, 90])
  await expect.poll(() => guidePixels(page)).toBeGreaterThan(50)
  await page.mouse.up()
  await expect.poll(() => guidePixels(page)).toBe(0)
  await expectCardAt(page, [-369, 90], 'Nobody says hello')

  await page.keyboard.press('Control+a')
  await bar.getByRole('button', { name: 'Arrange' }).click()
  await page.getByRole('button', { name: 'Align to the top' }).click()
  await page.keyboard.press('Escape')
  await expectCardAt(page, [200, -150], 'The ramp is too steep')
  await expectBare(page, [200, 60])

  await clickWall(page, [200, -150])
  await wallOf(page).focus()
  await page.keyboard.press('Control+z')
  await expectCardAt(page, [200, 60], 'The ramp is too steep')

  // Grouped cards are taken together and go together.
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+g')
  await page.keyboard.press('Escape')
  await expect.poll(() => clickWall(page, [200, 60])).toBe('3 cards selected')
  await drag(page, [200, 60], [260, 200])
  await expect.poll(() => clickWall(page, [-190, -10])).toBe('3 cards selected')
  await page.keyboard.press('Control+Shift+g')
  await expectCardAt(page, [260, 200], 'The ramp is too steep')

  // A locked card stays where it is until it is unlocked.
  await bar.getByRole('button', { name: 'Arrange' }).click()
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await drag(page, [260, 200], [260, 60])
  await expectCardAt(page, [260, 200], 'The ramp is too steep')
  await wallOf(page).focus()
  await page.keyboard.press('Delete')
  await bar.getByRole('button', { name: 'Unlock' }).click()
  await drag(page, [260, 200], [300, 20])
  await expectCardAt(page, [300, 20], 'The ramp is too steep')
})
