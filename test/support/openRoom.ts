import { expect, type Locator, type Page } from '@playwright/test'

export interface OpenedRoom {
  readonly dialog: Locator
  readonly address: string
  readonly code: string
}

/** Opens the room of the board in a window of the app, and returns what its dialog tells people. Leaves it open. */
export async function openRoom(window: Page): Promise<OpenedRoom> {
  await window.getByRole('button', { name: 'Open the room' }).click()
  const dialog = window.getByRole('dialog', { name: 'The room' })
  const begin = dialog.getByRole('button', { name: 'Open the room' })
  const facts = dialog.getByRole('definition')
  await expect(begin.or(facts.first())).toBeVisible()
  // Only the first time at a computer is it asked once more.
  if (await begin.isVisible()) await begin.click()
  await expect(facts).toHaveCount(2)
  const [address = '', code = ''] = await facts.allTextContents()
  return { dialog, address, code }
}
