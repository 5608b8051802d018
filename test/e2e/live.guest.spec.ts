import type { Page } from '@playwright/test'
import { expect, joinRoom, test } from '../support/guestRoom'
import { coloursOver, onScreen, wallOf, writeAt } from '../support/wall'

/** The colours of other people, one of which a peer has: see renderer/canvas/peerColours.ts. */
const PEOPLE = ['#1F6FA3', '#A33A4D', '#6A4BB0', '#237A4B', '#A65A12', '#4A463D']

/** How much of a box of the wall, from its middle, is painted in the colour of somebody else. */
async function paintedByOthers(
  page: Page,
  corner: [number, number],
  size: [number, number],
): Promise<number> {
  const counts = await coloursOver(page, corner, size)
  return Object.entries(counts).reduce((sum, [colour, count]) => sum + (isOfPeople(colour) ? count : 0), 0)
}

const partsOf = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

/** An outline that has rested for a moment is see-through, and its colour is rounded. */
const isOfPeople = (hex: string): boolean => {
  const parts = partsOf(hex)
  return PEOPLE.some((colour) => partsOf(colour).every((part, at) => Math.abs(part - (parts[at] ?? 0)) <= 9))
}

test('a guest sees another’s cursor, choice, drag and stroke as they happen', async ({
  browser,
  emptyRoom,
}) => {
  const amal = await joinRoom(browser, emptyRoom, { name: 'Amal' })
  const bea = await joinRoom(browser, emptyRoom, { name: 'Bea' })
  await writeAt(amal, [-200, -100], 'The bench was taken away.')
  await amal.mouse.move(...(await onScreen(amal, [-400, 200])))

  // Chosen: an outline around the card at the other window, whose own pointer is nowhere near.
  await amal.mouse.click(...(await onScreen(amal, [-200, -100])))
  await amal.mouse.move(...(await onScreen(amal, [-400, 200])))
  const outline = (x: number) => paintedByOthers(bea, [x - 132, -190], [264, 12])
  await expect.poll(() => outline(-200)).toBeGreaterThan(100)
  await expect.poll(() => paintedByOthers(bea, [-402, 198], [60, 50])).toBeGreaterThan(100)

  // Held: the outline goes with the card, and the document is not written yet.
  await amal.mouse.move(...(await onScreen(amal, [-200, -100])))
  await amal.mouse.down()
  await amal.mouse.move(...(await onScreen(amal, [-100, -100])), { steps: 4 })
  await amal.mouse.move(...(await onScreen(amal, [200, -100])), { steps: 8 })
  await expect.poll(() => outline(200)).toBeGreaterThan(100)
  await expect.poll(() => outline(-260)).toBe(0)
  await amal.keyboard.press('Escape')
  await amal.mouse.up()
  await expect.poll(() => outline(-200)).toBeGreaterThan(100)
  await expect.poll(() => outline(260)).toBe(0)

  // Drawn: the ink is there before the pen is lifted.
  const ink = async () => (await coloursOver(bea, [-40, 140], [240, 60]))['#1D1B16'] ?? 0
  expect(await ink()).toBe(0)
  await amal.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name: 'Pen', exact: true }).click()
  await amal.mouse.move(...(await onScreen(amal, [-20, 170])))
  await amal.mouse.down()
  await amal.mouse.move(...(await onScreen(amal, [180, 170])), { steps: 12 })
  await expect.poll(ink).toBeGreaterThan(200)
  await amal.mouse.up()
})

test('a guest who writes keeps the focus, the words and the view while others work', async ({
  browser,
  emptyRoom,
}) => {
  const amal = await joinRoom(browser, emptyRoom, { name: 'Amal' })
  const bea = await joinRoom(browser, emptyRoom, { name: 'Bea' })
  const field = amal.getByRole('textbox', { name: 'Words of the card' })
  await amal.mouse.dblclick(...(await onScreen(amal, [-200, -100])))
  await expect(field).toBeFocused()
  await amal.keyboard.type('Late ')
  await expect.poll(() => paintedByOthers(bea, [-340, -210], [280, 230])).toBeGreaterThan(200)
  // Bea throws the card away, which is in Amal's hands, and writes one of her own.
  await bea.mouse.click(...(await onScreen(bea, [-200, -100])))
  await bea.keyboard.press('Delete')
  await writeAt(bea, [200, 100], 'Another')
  await expect(field).toBeFocused()
  await amal.keyboard.type('buses')
  await expect(field).toHaveText('Late buses')
  await amal.keyboard.press('Escape')
  await bea.getByRole('tab', { name: 'Outline' }).click()
  await expect(bea.getByRole('treeitem', { name: 'Late buses' })).toBeVisible()
  await expect(wallOf(amal)).toBeFocused()
})
