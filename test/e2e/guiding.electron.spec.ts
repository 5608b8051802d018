import type { Page } from '@playwright/test'
import type { Point } from '#shared/cards/box'
import { accessibilityTroubles } from '../support/accessibility'
import { expectBare, expectCardAt, finishWriting, onScreen, wallOf, writeAt } from '../support/wall'
import { expect, openTab, test } from '../support/workshop'

const WORDS = 'The bus never came'
const A: Point = [-220, -80]

const lead = async (window: Page, what: string) => {
  await window.getByRole('button', { name: 'Lead the room' }).click()
  await window.getByRole('menuitem', { name: what }).click()
}

/** Moves the wall away by hand. */
const pan = async (page: Page, by: number) => {
  await page.mouse.move(...(await onScreen(page, [200, 200])))
  await page.mouse.wheel(by, 0)
}

test('everybody is brought to where the facilitator looks, and may look around on their own', async ({
  workshop: { app, window, guest },
}) => {
  await expect(guest.getByRole('button', { name: 'Lead the room' })).toHaveCount(0)
  const opened = app.waitForEvent('window')
  await window.getByRole('button', { name: 'Present', exact: true }).click()
  const projector = await opened
  await writeAt(window, A, WORDS)
  await pan(guest, 3000)
  await expectBare(guest, A)

  await lead(window, 'Everyone look here')
  await openTab(guest, 'Outline')
  await guest.getByRole('button', { name: 'Hide the panel' }).click()
  await expect.poll(() => guest.evaluate(() => document.querySelector('.guide-banner') === null)).toBe(true)

  await lead(window, 'Everyone follow me')
  await expect(guest.getByText('Imran leads the view.')).toBeVisible()
  await expect(window.getByText('Everybody sees what you see.')).toBeVisible()
  expect(await accessibilityTroubles(guest)).toEqual([])
  // What is said about it covers nothing of the wall.
  const [note, wall] = await Promise.all(
    [guest.locator('.guide-banner'), wallOf(guest)].map((one) => one.boundingBox()),
  )
  expect((note?.y ?? 0) + (note?.height ?? 0)).toBeLessThanOrEqual(wall?.y ?? 0)
  // By keys alone: whoever presses goes on from where they were, and in the end from the wall.
  await guest.getByRole('button', { name: 'Look around yourself' }).press('Enter')
  await expect(guest.getByRole('button', { name: 'Follow again' })).toBeFocused()
  await window.getByRole('button', { name: 'Stop leading the view' }).press('Enter')
  await expect(guest.getByText('Imran leads the view.')).toHaveCount(0)
  for (const page of [window, guest]) await expect(wallOf(page)).toBeFocused()
  await expect(projector.getByRole('application')).toBeVisible()
})

test('a card in the spotlight is alone on every screen until it ends', async ({
  workshop: { window, guest },
}) => {
  await writeAt(window, A, WORDS)
  await expectCardAt(window, A, WORDS)
  await lead(window, 'Spotlight this card')
  await expect(guest.getByText('One card is in the spotlight.')).toBeVisible()
  // The card fills the middle of the guest's wall.
  await expectCardAt(guest, [0, 0], WORDS)
  await window.getByRole('button', { name: 'End the spotlight' }).click()
  await expect(guest.getByText('One card is in the spotlight.')).toHaveCount(0)
})

test('who writes is asked and not moved, and a locked stage keeps participants with the room', async ({
  workshop: { window, guest },
}) => {
  await guest.mouse.dblclick(...(await onScreen(guest, A)))
  await lead(window, 'Everyone look here')
  await expect(guest.getByText('Imran asks everybody to look at a part of the wall.')).toBeVisible()
  await finishWriting(guest, WORDS)
  await guest.getByRole('button', { name: 'Go there' }).click()
  await expect(guest.getByText('Imran asks everybody')).toHaveCount(0)

  await lead(window, 'Keep everyone on this stage')
  const stages = guest.getByRole('navigation', { name: 'Stages of the workshop' })
  await expect(stages.getByRole('button', { name: 'Report' })).toHaveAttribute('aria-disabled', 'true')
  await stages.getByRole('button', { name: 'Report' }).click({ force: true })
  await expect(guest.getByText(/The room stays at the stage/)).toBeVisible()
  await expect(guest.getByRole('main', { name: 'Report' })).toHaveCount(0)
  await lead(window, 'Let everyone go to any stage')
  await expect(stages.getByRole('button', { name: 'Report' })).not.toHaveAttribute('aria-disabled')
})

test('a parked card waits beside the wall', async ({ workshop: { window } }) => {
  await writeAt(window, A, WORDS)
  await expectCardAt(window, A, WORDS)
  await lead(window, 'Park for later')
  await expectBare(window, A)
  await openTab(window, 'Outline')
  await expect(window.getByRole('treeitem').filter({ hasText: 'Parked for later' }).first()).toBeVisible()
})
