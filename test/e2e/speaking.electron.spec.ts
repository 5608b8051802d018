import type { Page } from '@playwright/test'
import { accessibilityTroubles } from '../support/accessibility'
import { wallOf } from '../support/wall'
import { expect, test } from '../support/workshop'

async function command(window: Page, name: string): Promise<void> {
  await wallOf(window).focus()
  await window.keyboard.press('Control+k')
  await window.getByRole('combobox').fill(name)
  await window.keyboard.press('Enter')
}

test('people raise hands, the facilitator calls them in turn, and the one who is called sees it', async ({
  workshop: { app, window, guest },
}) => {
  await command(window, 'Talk with a speaking queue')
  const dialog = window.getByRole('dialog', { name: 'Talk with a speaking queue' })
  await dialog.getByLabel('What the talk is about').fill('Who keeps the lane?')
  await dialog.getByRole('button', { name: 'Begin the talk' }).click()
  const lead = window.getByRole('complementary', { name: 'Who keeps the lane?' })
  const talk = guest.getByRole('complementary', { name: 'Who keeps the lane?' })
  await expect(talk.getByRole('button', { name: 'Next speaker' })).toHaveCount(0)
  await talk.getByRole('button', { name: 'Raise your hand' }).click()
  await expect(lead.getByRole('listitem')).toContainText('Nadia')
  await expect(talk.getByRole('button', { name: 'Lower your hand' })).toBeVisible()
  expect(await accessibilityTroubles(window)).toEqual([])

  await wallOf(window).focus()
  await window.keyboard.press('Alt+r')
  await expect(talk.getByRole('listitem')).toHaveCount(2)
  await window.keyboard.press('Alt+n')
  const [projector] = await Promise.all([
    app.waitForEvent('window'),
    window.getByRole('button', { name: 'Present' }).click(),
  ])
  // The one who raised a hand first, both sides having said nothing.
  await expect(talk.getByText('It is your turn to speak')).toBeVisible()
  await expect(projector.getByText('Nadia speaks')).toBeVisible()
  await expect(projector.getByText('Then: Imran')).toBeVisible()
  expect(await accessibilityTroubles(guest)).toEqual([])

  await talk.getByRole('button', { name: 'Raise your hand' }).click()
  await lead.getByRole('button', { name: 'Take down the hand of Nadia' }).click()
  await expect(talk.getByRole('button', { name: 'Raise your hand' })).toBeVisible()
  await lead.getByRole('button', { name: 'Next speaker' }).click()
  await expect(talk.getByText('Imran')).toBeVisible()
  await expect(talk.getByText('No hand is up.')).toBeVisible()
  await lead.getByRole('button', { name: 'End the talk' }).click()
  await expect(talk).toHaveCount(0)
  await expect(projector.getByText('Imran speaks')).toHaveCount(0)
})
