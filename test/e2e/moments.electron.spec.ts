import { expect } from '@playwright/test'
import { type LaunchedApp, launchApp } from '../support/electronApp'
import { pressWith } from '../support/moments'
import { test } from '../support/test'

let launched: LaunchedApp
test.beforeEach(async () => {
  launched = await launchApp()
})
test.afterEach(() => launched.close())

test('a board that opens in the middle of a scene takes the keys from its first moment', async () => {
  const { window } = launched
  const sample = window.getByRole('button', { name: 'Open the sample workshop' })
  await sample.click()
  await window.getByRole('button', { name: /^Rehearse/ }).click()
  await window.getByRole('button', { name: 'Run the scene' }).click()
  const place = window.locator('.run-place')
  await expect(place).toHaveText(/^Line 1 of/)
  await window.getByRole('button', { name: 'Home' }).click()
  await expect(sample).toBeVisible()

  await pressWith(window, '.run-bar-live', { code: 'PageDown', key: 'PageDown' })
  await sample.click()
  await expect(place).toHaveText(/^Line 2 of/)

  await window.getByRole('button', { name: 'Home' }).click()
  await expect(sample).toBeVisible()
  await pressWith(window, '.stage-page', { code: 'KeyK', key: 'k', ctrlKey: true })
  await sample.click()
  await expect(window.getByRole('dialog', { name: 'Find a command' })).toBeVisible()
})
