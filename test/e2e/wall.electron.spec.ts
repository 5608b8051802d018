import type { Point } from '#shared/cards/box'
import { clickWall, drag, expectBare, expectCardAt, onScreen, pull, wallOf, writeAt } from '../support/wall'
import { expect, openTab, test } from '../support/workshop'

const BENCH = 'The bench was taken away.'
const LAMP = 'The lamp is dark.'
// Far enough apart for the bar over a chosen card to hide no other one.
const HIGH: Point = [-220, -140]
const LOW: Point = [180, 170]

test('cards are made, moved, coloured and resized by hand on the wall, live for the guest and for good', async ({
  workshop: { window, guest, reopen },
}) => {
  const both = [window, guest]
  for (const page of both) await openTab(page, 'Outline')
  await writeAt(window, HIGH, BENCH)
  await window.mouse.move(...(await onScreen(window, LOW)))
  await window.keyboard.press('T')
  await expect(window.getByRole('textbox', { name: 'Words of the card' })).toHaveText('T')
  await window.keyboard.type(LAMP.slice(1))
  await window.keyboard.press('Escape')
  for (const page of both) {
    for (const words of [BENCH, LAMP]) await expect(page.getByRole('treeitem', { name: words })).toBeVisible()
    await expectCardAt(page, HIGH, BENCH)
    await expectCardAt(page, LOW, LAMP)
  }

  const moved: Point = [HIGH[0] + 40, HIGH[1] + 30]
  await drag(window, HIGH, moved)
  for (const page of both) {
    await expectBare(page, [HIGH[0] - 110, HIGH[1]])
    await expectCardAt(page, [moved[0] + 110, moved[1]], BENCH)
  }

  await pull(window, LOW, [LOW[0], LOW[1] - 200])
  await window.keyboard.press('Escape')
  await window.mouse.up()
  for (const page of both) {
    await expectBare(page, [LOW[0], LOW[1] - 200])
    await expectCardAt(page, LOW, LAMP)
  }

  await drag(window, [LOW[0] + 120, LOW[1] + 80], [LOW[0] + 180, LOW[1] + 120])
  for (const page of both) await expectCardAt(page, [LOW[0] + 165, LOW[1] + 105], LAMP)

  const bar = window.getByRole('toolbar', { name: 'What to do with the selected cards' })
  await bar.getByRole('button', { name: 'Colour' }).click()
  await window.getByRole('radio', { name: 'Rose, heart' }).click()
  for (const page of both) {
    await expectCardAt(page, LOW, LAMP)
    await openTab(page, 'Details')
    await expect(page.getByRole('radio', { name: 'Rose, heart' })).toBeChecked()
  }

  const again = await reopen()
  // The whole wall is in view: from the left edge of the first card to the right edge of the other.
  const centre: Point = [(moved[0] - 120 + LOW[0] + 180) / 2, (moved[1] - 80 + LOW[1] + 120) / 2]
  await expectCardAt(again, [moved[0] + 110, moved[1]], BENCH, centre)
  await expectCardAt(again, [LOW[0] + 165, LOW[1] + 105], LAMP, centre)
  await openTab(again, 'Details')
  await expect(again.getByRole('radio', { name: 'Rose, heart' })).toBeChecked()
  await expect(again.getByLabel('What we noticed')).toHaveValue(LAMP)
})

test('several cards are deleted, put back and deleted again in one step each', async ({
  workshop: { window, guest, reopen },
}) => {
  const both = [window, guest]
  for (const page of both) await openTab(page, 'Outline')
  await writeAt(window, HIGH, BENCH)
  await writeAt(window, LOW, LAMP)
  await writeAt(window, [180, -140], 'Stays')

  await clickWall(window, HIGH)
  await window.keyboard.down('Shift')
  await clickWall(window, LOW)
  await window.keyboard.up('Shift')
  await expect(wallOf(window).locator('[aria-live]')).toHaveText('2 cards selected')
  const cards = (count: number) =>
    Promise.all(
      both.map((page) => expect(page.locator('[role="treeitem"][aria-level="3"]')).toHaveCount(count)),
    )
  await cards(3)
  await window.keyboard.press('Delete')
  await cards(1)
  await window.keyboard.press('Control+z')
  await cards(3)
  await window.keyboard.press('Control+Shift+z')
  await cards(1)
  for (const page of both) await expectBare(page, HIGH)
  await window.keyboard.press('Control+z')
  await cards(3)
  for (const page of both) await expectCardAt(page, HIGH, BENCH)

  const again = await reopen()
  await openTab(again, 'Outline')
  for (const words of [BENCH, LAMP, 'Stays'])
    await expect(again.getByRole('treeitem', { name: words })).toBeVisible()
})

test('the wall pans and zooms under the hand, and nobody else’s view moves with it', async ({
  workshop: { window, guest },
}) => {
  const here: Point = [-100, -60]
  await writeAt(window, here, BENCH)
  const edge: Point = [here[0] - 110, here[1] - 70]
  const shifted = ([x, y]: Point, by: Point): Point => [x + by[0], y + by[1]]

  await window.mouse.move(...(await onScreen(window, [200, 100])))
  await window.keyboard.down(' ')
  await drag(window, [200, 100], [260, 150])
  await window.keyboard.up(' ')
  await expectCardAt(window, shifted(edge, [60, 50]), BENCH)
  // The bar of a chosen card lies where the card was.
  await expectBare(window, [300, 200])
  await expectBare(window, edge)

  await drag(window, [200, 100], [140, 50], 'middle')
  await expectCardAt(window, edge, BENCH)

  await window.mouse.move(...(await onScreen(window, [200, 100])))
  await window.mouse.wheel(50, -80)
  await expectCardAt(window, shifted(edge, [-50, 80]), BENCH)
  await window.mouse.wheel(-50, 80)
  await expectCardAt(window, edge, BENCH)

  // Ten pixels inside the card's corner; a point further out than that is bare until the wall comes closer.
  // The bare wall first: a chosen card has handles around its corners.
  await expectBare(window, [300, 200])
  await expectBare(window, shifted(edge, [-14, -14]))
  await window.mouse.move(...(await onScreen(window, edge)))
  await window.keyboard.down('Control')
  for (const percent of [/^135 %/, /^182 %/]) {
    await window.mouse.wheel(0, -100)
    await expect(window.getByRole('button', { name: percent })).toBeVisible()
  }
  await window.keyboard.up('Control')
  await expectCardAt(window, edge, BENCH)
  await expectCardAt(window, shifted(edge, [-14, -14]), BENCH)
  await expectBare(window, shifted(edge, [-30, -30]))

  await window.getByRole('button', { name: 'See the whole wall' }).click()
  await expect(window.getByRole('button', { name: /^100 %/ })).toBeVisible()
  await expectCardAt(window, [0, 0], BENCH)
  await expectCardAt(window, [110, 70], BENCH)
  await expectCardAt(guest, edge, BENCH)
  await expect(guest.getByRole('button', { name: /^100 %/ })).toBeVisible()
})
