import type { Point } from '#shared/cards/box'
import { accessibilityTroubles } from '../support/accessibility'
import { expectBare, expectCardAt, writeAt } from '../support/wall'
import { expect, test } from '../support/workshop'

const A: Point = [-220, -80]

test('a card that a guest deleted is put back from the bin by whoever leads', async ({
  workshop: { window, guest },
}) => {
  await writeAt(guest, A, 'The bus never came')
  await expectCardAt(guest, A, 'The bus never came')
  await guest.keyboard.press('Delete')
  await expectBare(window, A)

  await window.getByRole('button', { name: 'Lead the room' }).click()
  await window.getByRole('menuitem', { name: 'Bin…' }).click()
  const bin = window.getByRole('dialog', { name: 'Bin' })
  await bin.getByRole('searchbox', { name: 'Search the bin' }).fill('never')
  await bin.getByRole('checkbox', { name: /The bus never came/ }).check()
  expect(await accessibilityTroubles(window)).toEqual([])
  await bin.getByRole('button', { name: 'Put 1 back' }).click()
  await expect(bin.getByText('Nothing has been deleted.')).toBeVisible()
  await window.keyboard.press('Escape')
  await expectCardAt(guest, A, 'The bus never came')
})
