import { expect, type Page } from '@playwright/test'
import { accessibilityTroubles } from '../support/accessibility'
import { launchApp } from '../support/electronApp'
import { openRoom } from '../support/openRoom'
import { test } from '../support/test'

async function openSample(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Open the sample workshop' }).click()
  await expect(window.getByRole('textbox', { name: 'Name of the board' })).toBeVisible()
}

test('the first run shows the sample workshop, and afterwards a picture of its wall', async () => {
  const { window, close } = await launchApp()
  await expect(window.getByText('New here? Begin with a workshop that is already done.')).toBeVisible()
  await openSample(window)
  await window.getByRole('button', { name: 'Home' }).click()
  const picture = window.locator('.board-picture img')
  await expect(picture).toBeVisible()
  // It has its place before it is loaded.
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(100)
  await close()
})

test('leaving a board says nothing about a room that nobody opened', async () => {
  const { window, close } = await launchApp()
  await openSample(window)
  await window.getByRole('button', { name: 'Home' }).click()
  await expect(window.getByRole('heading', { name: 'Your boards' })).toBeVisible()
  await expect(window.locator('.notice')).toHaveCount(0)
  await close()
})

test('Home, its dialogs and the room break no rule of accessibility, in either language', async () => {
  const { window, close } = await launchApp()
  await expect(window.getByRole('button', { name: 'Open the sample workshop' })).toBeVisible()
  expect(await accessibilityTroubles(window), 'first run').toEqual([])
  await openSample(window)
  await window.getByRole('button', { name: 'Open the room' }).click()
  await expect(window.getByRole('dialog')).toBeVisible()
  expect(await accessibilityTroubles(window), 'before the room').toEqual([])
  await window.keyboard.press('Escape')
  await openRoom(window)
  expect(await accessibilityTroubles(window), 'the room').toEqual([])
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'Home' }).click()
  await expect(window.getByRole('heading', { name: 'Your boards' })).toBeVisible()
  expect(await accessibilityTroubles(window), 'Home').toEqual([])
  await window.getByRole('button', { name: 'Settings' }).click()
  await window.getByRole('radio', { name: 'العربية' }).check()
  await expect(window.locator('html')).toHaveAttribute('dir', 'rtl')
  expect(await accessibilityTroubles(window), 'Home with settings in Arabic').toEqual([])
  await window.getByRole('button', { name: 'لوحة جديدة' }).click()
  await window.getByRole('button', { name: 'إنشاء اللوحة' }).click()
  expect(await accessibilityTroubles(window), 'New board in Arabic').toEqual([])
  await close()
})

test('marking words over the edge of a dialog leaves it open; a press beside it closes it', async () => {
  const { window, close } = await launchApp()
  await window.getByRole('button', { name: 'New board' }).click()
  const dialog = window.getByRole('dialog')
  const field = dialog.getByLabel('What is the workshop about?')
  await field.fill('Mill Lane')
  const { x, y, height } = (await field.boundingBox()) ?? { x: 0, y: 0, height: 0 }
  await window.mouse.move(x + 60, y + height / 2)
  await window.mouse.down()
  await window.mouse.move(8, y + height / 2, { steps: 4 })
  await window.mouse.up()
  await expect(field).toHaveValue('Mill Lane')
  expect(await field.evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(0)
  await window.mouse.click(8, y)
  await expect(dialog).toBeHidden()
  await close()
})
