import type { Page } from '@playwright/test'
import type { Point } from '#shared/cards/box'
import { accessibilityTroubles } from '../support/accessibility'
import { orderRound } from '../support/hostOrder'
import { coloursOver, expectCardAt, pull, writeAt } from '../support/wall'
import { expect, openTab, test } from '../support/workshop'

// Far enough apart for the bar over a chosen card to hide no other one.
const A: Point = [-220, -80]
const B: Point = [60, -80]
const C: Point = [-220, 220]
const D: Point = [60, 220]
/** What “Let go to group” is written on. */
const LABEL = '#0F5C57'
const HOW = 'Move cards together; anybody may move any card.'

const row = (page: Page, words: string) => page.getByRole('treeitem').filter({ hasText: words })
const editor = (page: Page) => page.getByRole('textbox', { name: 'Words of the card' })

/** Rests a card on another one until the field around both is shown, lets go, and writes the sentence. */
async function group(page: Page, from: Point, to: Point, sentence: string): Promise<void> {
  await pull(page, from, to)
  await expect
    .poll(async () => (await coloursOver(page, [to[0] - 200, to[1] - 180], [400, 100]))[LABEL] ?? 0)
    .toBeGreaterThan(500)
  await page.mouse.up()
  await expect(editor(page)).toBeFocused()
  await page.keyboard.type(sentence)
  await page.keyboard.press('Escape')
}

test('a card rested on another begins a theme for everybody, and a theme goes into another', async ({
  workshop: { window, guest },
}) => {
  const both = [window, guest]
  for (const page of both) await openTab(page, 'Outline')
  await writeAt(window, A, 'The bus never came')
  await writeAt(window, D, 'The stop has no shelter')
  await group(window, D, A, 'Waiting is the hard part')
  for (const page of both) {
    await expect(row(page, 'Waiting is the hard part')).toHaveAttribute('aria-level', '2')
    await expect(row(page, 'The stop has no shelter')).toHaveAttribute('aria-level', '3')
  }
  await expectCardAt(guest, [A[0] + 256, A[1]], 'The stop has no shelter')

  await row(guest, 'Waiting is the hard part').click()
  await guest.getByRole('toolbar', { name: 'What to do with the selected cards' }).waitFor()
  await guest.getByRole('button', { name: 'Group into a theme' }).click()
  await guest.getByRole('textbox', { name: 'What do these have in common?' }).fill('Nobody tells us anything')
  await guest.keyboard.press('Enter')
  for (const page of both) {
    await expect(row(page, 'Nobody tells us anything')).toHaveAttribute('aria-level', '2')
    await expect(row(page, 'Waiting is the hard part')).toHaveAttribute('aria-level', '3')
    await expect(row(page, 'The stop has no shelter')).toHaveAttribute('aria-level', '4')
  }
})

test('suggested clusters are accepted in part, and nothing moves before', async ({
  workshop: { window, guest },
}) => {
  await openTab(guest, 'Outline')
  await writeAt(window, A, 'The bus was late again')
  await writeAt(window, B, 'Nobody answers the phone')
  await writeAt(window, C, 'Waiting for a late bus')
  await writeAt(window, D, 'The phone was never answered')
  await window.keyboard.press('Control+k')
  await window.keyboard.type('Suggest clusters')
  await window.keyboard.press('Enter')
  const list = window.getByRole('complementary', { name: 'Suggested clusters' })
  await expect(list.getByText('Waiting for a late bus')).toBeVisible()
  await expect(guest.getByRole('treeitem', { level: 2 })).toHaveCount(1)
  expect(await accessibilityTroubles(window)).toEqual([])
  await list.getByRole('button', { name: /^Make a theme of group \d: .*bus/ }).click()
  await expect(list.getByRole('button', { name: /^Make a theme of group/ })).toHaveCount(1)
  await window.keyboard.press('Escape')
  await expect(list).toHaveCount(0)
  // The cards that are in no theme, and the theme.
  await expect(guest.getByRole('treeitem', { level: 2 })).toHaveCount(2)
  await expect(guest.getByRole('treeitem', { level: 2 }).filter({ hasText: 'bus, late' })).toHaveCount(1)
})

test('while the room sorts in silence both windows say so, and show no names, votes or reactions', async ({
  workshop: { window, guest },
}) => {
  const both = [window, guest]
  for (const page of both) await openTab(page, 'Outline')
  await writeAt(window, A, 'The bus was late again')
  await window.keyboard.press('Control+k')
  await window.keyboard.type('Sort in silence')
  await window.keyboard.press('Enter')
  for (const page of both) {
    await expect(page.getByText(HOW)).toBeVisible()
    await expect(page.getByRole('button', { name: /^(One person is|\d+ people are) here$/ })).toHaveCount(0)
    await row(page, 'The bus was late again').click()
    await expect(page.getByRole('toolbar', { name: 'What to do with the selected cards' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Vote', exact: true })).toHaveCount(0)
  }
  await expect(guest.getByRole('button', { name: 'End it' })).toHaveCount(0)
  await openTab(guest, 'People')
  await expect(guest.getByText('Imran')).toHaveCount(0)
  await window.getByRole('button', { name: 'End it' }).click()
  for (const page of both) await expect(page.getByText(HOW)).toHaveCount(0)
  await expect(guest.getByText('Imran')).toBeVisible()
  const sortFor = (ms: number) =>
    orderRound(window, { do: 'begin', settings: { kind: 'timer', ms, silent: true } })
  await sortFor(600_000)
  await expect(guest.getByText(HOW)).toBeVisible()
  // The silence that was seen goes over into a short one, which nobody need catch sight of.
  await sortFor(1_000)
  await expect(guest.getByText(HOW)).toHaveCount(0)
})
