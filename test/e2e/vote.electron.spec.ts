import type { Page } from '@playwright/test'
import { accessibilityTroubles } from '../support/accessibility'
import { wallOf } from '../support/wall'
import { expect, openTab, test } from '../support/workshop'

async function write(page: Page, words: readonly string[]): Promise<void> {
  await openTab(page, 'Outline')
  for (const each of words) {
    await page.getByRole('button', { name: 'Add a card' }).click()
    await page.getByRole('textbox', { name: 'Words of the card' }).fill(each)
    await page.keyboard.press('Enter')
  }
}

/** Waits until a window has what was written last, and with it everything before. */
async function arrived(window: Page, words: string): Promise<void> {
  await openTab(window, 'Outline')
  await expect(window.getByRole('treeitem', { name: words })).toBeVisible()
}

async function command(window: Page, name: string): Promise<void> {
  await wallOf(window).focus()
  await window.keyboard.press('Control+k')
  await window.getByRole('combobox').fill(name)
  await window.keyboard.press('Enter')
}

const plus = (page: Page, words: string) => page.getByRole('button', { name: `Put a dot on: ${words}` })

test('a room votes blindly: own dots only, changeable and kept over a reload, counted once for everybody', async ({
  workshop: { app, window, guest, reopen },
}) => {
  await write(guest, [
    'A bench by the stop',
    'Lights on the lane',
    'Slower cars',
    'Trees',
    'A ramp',
    'A shelter',
  ])
  await arrived(window, 'A shelter')
  await command(window, 'Vote with dots')
  const dialog = window.getByRole('dialog', { name: 'Vote with dots' })
  await dialog.getByLabel('Question').fill('What comes first?')
  await dialog.getByRole('button', { name: 'Dots for each person: one more' }).click()
  await dialog.getByRole('button', { name: 'Begin the vote' }).click()
  const control = window.getByRole('complementary', { name: 'What comes first?' })
  await expect(control.getByText('Nobody has voted yet')).toBeVisible()
  await expect(control.getByRole('button', { name: /^Put a dot/ })).toHaveCount(0)
  const [projector] = await Promise.all([
    app.waitForEvent('window'),
    window.getByRole('button', { name: 'Present' }).click(),
  ])
  await expect(projector.getByText('What comes first?')).toBeVisible()

  const ballot = guest.getByRole('complementary', { name: 'What comes first?' })
  await expect(ballot.getByText('You have 3 dots left')).toBeVisible()
  const [sheet, zoom] = await Promise.all(
    [ballot, guest.getByRole('group', { name: 'Zoom' })].map((one) => one.boundingBox()),
  )
  expect((zoom?.x ?? 0) + (zoom?.width ?? 0)).toBeLessThanOrEqual(sheet?.x ?? 0)
  await plus(guest, 'Trees').click()
  await plus(guest, 'Trees').click()
  await expect(plus(guest, 'Trees')).toBeDisabled()
  await plus(guest, 'A ramp').click()
  await expect(ballot.getByText('You have 0 dots left')).toBeVisible()
  await expect(plus(guest, 'Slower cars')).toBeDisabled()
  await expect(control.getByText('One person has voted')).toBeVisible()
  await expect(projector.getByText('One person has voted')).toBeVisible()
  expect(await accessibilityTroubles(guest)).toEqual([])

  await guest.reload()
  await guest.getByRole('button', { name: 'Come back in' }).click()
  await expect(ballot.getByText('You have 0 dots left')).toBeVisible()
  await guest.getByRole('button', { name: 'Take a dot from: Trees' }).click()
  await plus(guest, 'A ramp').click()
  await guest.getByRole('button', { name: 'See the wall' }).press('Enter')
  await expect(guest.getByRole('button', { name: 'You have 0 dots left' })).toBeFocused()
  await write(guest, ['Written after the dots'])
  await guest.getByRole('button', { name: 'You have 0 dots left' }).press('Enter')
  await expect(ballot.getByRole('button', { name: 'See the wall' })).toBeFocused()

  // What a page sends comes in its order: with the card the room has the dots.
  await control.getByRole('button', { name: 'See the wall' }).click()
  await arrived(window, 'Written after the dots')
  await window.getByRole('button', { name: 'One person has voted' }).click()
  await control.getByRole('button', { name: 'Count the votes' }).click()
  for (const page of [window, guest, projector]) {
    await expect(page.getByText('One person voted.')).toBeVisible()
    const cards = page.getByRole('listitem').filter({ has: page.locator('.result-words') })
    await expect(cards.first()).toContainText('A ramp')
    await expect(cards.first()).toContainText('2 dots')
    await expect(cards.nth(1)).toContainText('Trees')
  }
  expect(await accessibilityTroubles(window)).toEqual([])
  await window.getByRole('button', { name: 'Stop showing' }).click()
  await expect(projector.getByText('One person voted.')).toHaveCount(0)
  await expect(guest.getByText('One person voted.')).toHaveCount(0)

  const again = await reopen()
  await command(again, 'Show the last result')
  await expect(again.getByText('One person voted.')).toBeVisible()
})

test('a vote can be stopped without a result', async ({ workshop: { window, guest } }) => {
  await write(guest, ['A bench', 'Lights'])
  await arrived(window, 'Lights')
  await command(window, 'Vote with dots')
  await window.getByRole('button', { name: 'Begin the vote' }).click()
  await plus(guest, 'Lights').click()
  await window.getByRole('button', { name: 'Stop without a result…' }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Stop it' }).press('Enter')
  await expect(wallOf(window)).toBeFocused()
  for (const page of [window, guest])
    await expect(page.getByRole('complementary', { name: 'Vote' })).toHaveCount(0)
  await expect(guest.getByText('voted.')).toHaveCount(0)
})
