import type { Page } from '@playwright/test'
import { accessibilityTroubles } from '../support/accessibility'
import { orderRound } from '../support/hostOrder'
import { wallOf } from '../support/wall'
import { expect, test } from '../support/workshop'

const left = (page: Page) => page.getByRole('timer', { name: 'Time left' })
const running = (window: Page) => window.getByRole('button', { name: /^Time left: / })

/** Whole seconds that a page shows. */
async function secondsOf(page: Page): Promise<number> {
  const [, minutes = '', seconds = ''] = (await left(page).textContent())?.match(/(\d+):(\d\d)/) ?? []
  return Number(minutes) * 60 + Number(seconds)
}

/** Whether two pages show the same second, give or take one, however much later the second is read. */
async function countTogether(one: Page, other: Page): Promise<boolean> {
  const before = await secondsOf(one)
  const between = await secondsOf(other)
  const after = await secondsOf(one)
  return between <= before + 1 && between >= after - 1
}

test('the facilitator’s timer is on every screen, survives a reload and can be lengthened and stopped', async ({
  workshop: { app, window, guest },
}) => {
  await expect(guest.getByRole('button', { name: 'Rounds', exact: true })).toHaveCount(0)
  const opened = app.waitForEvent('window')
  await window.getByRole('button', { name: 'Present', exact: true }).click()
  const projector = await opened
  await window.getByRole('button', { name: 'Rounds', exact: true }).click()
  expect(await accessibilityTroubles(window)).toEqual([])
  await window.getByRole('button', { name: '5 minutes', exact: true }).click()
  await expect(running(window)).toBeVisible()
  await expect(left(guest)).toContainText(/^[45]:\d\d$/)
  await expect(left(projector)).toContainText(/^[45]:\d\d$/)
  await expect(guest.getByText('The timer is set to 5 minutes.')).toBeAttached()
  const share = await left(projector).evaluate(
    (one) => Number.parseFloat(getComputedStyle(one).fontSize) / innerHeight,
  )
  expect(share).toBeGreaterThanOrEqual(0.06)

  await guest.reload()
  await guest.getByRole('button', { name: 'Come back in' }).click()
  await expect(wallOf(guest)).toBeVisible()
  await expect(left(guest)).toBeVisible()
  // However long that took, they count together.
  await expect.poll(() => countTogether(guest, projector)).toBe(true)
  await window.reload()
  await expect(running(window)).toBeVisible()

  await running(window).click()
  const before = await secondsOf(guest)
  await window.getByRole('button', { name: 'Add a minute' }).click()
  await expect.poll(() => secondsOf(guest)).toBeGreaterThan(before)
  await window.getByRole('button', { name: 'Stop the timer' }).click()
  for (const page of [guest, projector]) await expect(left(page)).toHaveCount(0)
  await expect(running(window)).toHaveCount(0)
})

test('minutes may be typed, also in Arabic digits; what is no number of minutes gets a sentence', async ({
  workshop: { window, guest },
}) => {
  await window.getByRole('button', { name: 'Rounds', exact: true }).click()
  const minutes = window.getByLabel('Minutes')
  for (const wrong of ['0', '241', 'ten']) {
    await minutes.fill(wrong)
    await minutes.press('Enter')
    await expect(minutes).toHaveAccessibleDescription('Write a number from 1 to 240.')
  }
  await minutes.fill('١٢')
  await minutes.press('Enter')
  await expect(left(guest)).toContainText(/^1[12]:\d\d$/)
})

test('at the end every screen says so gently, and a minute more begins anew', async ({
  workshop: { window, guest },
}) => {
  await orderRound(window, { do: 'begin', settings: { kind: 'timer', ms: 1_000 } })
  await expect(left(guest)).toContainText('Time is up')
  await expect(guest.getByRole('status').filter({ hasText: 'Time is up' })).toBeAttached()
  await expect(running(window)).toContainText('Time is up')
  await running(window).click()
  await window.getByRole('button', { name: 'Add a minute' }).click()
  await expect(left(guest)).toContainText(/^[01]:\d\d$/)
})
