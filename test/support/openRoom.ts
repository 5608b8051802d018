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
  await dialog.getByRole('button', { name: 'Open the room' }).click()
  await expect(dialog.getByRole('definition')).toHaveCount(2)
  const [address = '', code = ''] = await dialog.getByRole('definition').allTextContents()
  return { dialog, address, code }
}
