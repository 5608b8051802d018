import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { accessibilityTroubles } from '../support/accessibility'
import { answerOpenDialog } from '../support/dialogs'
import { launchApp } from '../support/electronApp'

const PASSPHRASE = 'four quiet words here'

async function makeBoard(window: Page, title: string, card: string): Promise<void> {
  await window.getByRole('button', { name: 'New board' }).click()
  await window.getByLabel('What is the workshop about?').fill(title)
  await window.getByRole('button', { name: 'Make the board' }).click()
  await expect(window.getByRole('textbox', { name: 'Name of the board' })).toHaveValue(title)
  await window.getByRole('tab', { name: 'Outline' }).click()
  await window.getByRole('button', { name: 'Add a card' }).click()
  await window.getByRole('textbox', { name: 'Words of the card' }).fill(card)
  await window.keyboard.press('Enter')
  await expect(window.getByRole('treeitem', { name: card })).toBeVisible()
}

async function openPassphrase(window: Page) {
  await window.getByRole('button', { name: 'Settings' }).click()
  await window.getByRole('button', { name: 'Passphrase…' }).click()
  return window.getByRole('dialog', { name: 'Passphrase' })
}

async function setPassphrase(window: Page): Promise<void> {
  const dialog = await openPassphrase(window)
  await expect(dialog.getByLabel('Passphrase', { exact: true })).toBeFocused()
  await window.keyboard.type(PASSPHRASE)
  await dialog.getByLabel('The same once more').fill(PASSPHRASE)
  await dialog.getByLabel('I have written it down').check()
  await window.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(window.getByText('From now on this board opens only with its passphrase.')).toBeVisible()
}

const home = (window: Page) => window.getByRole('button', { name: 'Home' }).click()

test('a board that was given a passphrase opens with it from Home, and nobody reads it from the file', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'common-ground-user-'))
  const path = join(userData, 'Documents', 'Common Ground', 'Mill Lane.ground')
  const first = await launchApp({ userData })
  await makeBoard(first.window, 'Mill Lane', 'Whisperbench')
  await home(first.window)
  await first.window.getByRole('button', { name: /^Mill Lane/ }).click()
  await expect(first.window.getByRole('textbox', { name: 'Name of the board' })).toHaveValue('Mill Lane')
  await setPassphrase(first.window)
  await home(first.window)
  await expect(first.window.getByRole('button', { name: /^Mill Lane/ })).toBeVisible()
  expect(existsSync(`${path}.bak`)).toBe(false)
  for (const word of ['Whisperbench', 'Mill Lane']) expect(readFileSync(path).includes(word)).toBe(false)
  // Its picture would show the wall.
  const pictures = join(userData, 'thumbnails')
  expect(existsSync(pictures) ? readdirSync(pictures) : []).toEqual([])
  await first.close()

  const { window, close } = await launchApp({ userData })
  const board = window.getByRole('button', { name: /^Mill Lane/ })
  await board.click()
  const dialog = window.getByRole('dialog', { name: 'This board has a passphrase' })
  const field = dialog.getByLabel('Passphrase', { exact: true })
  await expect(field).toBeFocused()
  await window.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(board).toBeFocused()
  await board.click()
  await expect(field).toBeFocused()
  await window.keyboard.type('four loud words here')
  await window.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('That is not its passphrase.')
  await expect(field).toHaveValue('four loud words here')
  await expect(field).toHaveAttribute('type', 'password')
  await dialog.getByRole('button', { name: 'Show what is typed' }).click()
  await expect(field).toHaveAttribute('type', 'text')
  await field.fill(PASSPHRASE)
  await window.keyboard.press('Enter')
  await expect(window.getByRole('textbox', { name: 'Name of the board' })).toHaveValue('Mill Lane')
  await window.getByRole('tab', { name: 'Outline' }).click()
  await expect(window.getByRole('treeitem', { name: 'Whisperbench' })).toBeVisible()

  const again = await openPassphrase(window)
  await again.getByRole('button', { name: 'Take the passphrase away' }).click()
  const sure = window.getByRole('dialog', { name: 'Take the passphrase away' })
  await sure.getByRole('button', { name: 'Take the passphrase away' }).click()
  await expect(window.getByText('The passphrase is gone.')).toBeVisible()
  await home(window)
  await board.click()
  await expect(window.getByRole('textbox', { name: 'Name of the board' })).toHaveValue('Mill Lane')
  await close()
  await rm(userData, { recursive: true, force: true })
})

test('a passphrase is not set before it is typed twice and written down', async () => {
  const { window, close } = await launchApp()
  await makeBoard(window, 'Mill Lane', 'Nobody asked us.')
  const dialog = await openPassphrase(window)
  await expect(dialog).toContainText('Nobody can open the board without its passphrase')
  const set = dialog.getByRole('button', { name: 'Set the passphrase' })
  await set.click()
  await expect(dialog.getByText('Write a passphrase.')).toBeVisible()
  await expect(dialog.getByText('Write it down first, then tick this.')).toBeVisible()
  await dialog.getByLabel('Passphrase', { exact: true }).fill('house')
  await expect(dialog.getByText('Short: a computer could guess it.')).toBeVisible()
  await dialog.getByLabel('I have written it down').check()
  await set.click()
  await expect(dialog.getByText('The two are not the same.')).toBeVisible()
  // In plain sight it need not be typed twice.
  await dialog.getByRole('button', { name: 'Show what is typed' }).click()
  await expect(dialog.getByLabel('The same once more')).toHaveCount(0)
  expect(await accessibilityTroubles(window), 'the passphrase').toEqual([])
  await window.keyboard.press('Escape')
  await home(window)
  await window.getByRole('button', { name: /^Mill Lane/ }).click()
  await expect(window.getByRole('textbox', { name: 'Name of the board' })).toHaveValue('Mill Lane')
  await close()
})

test('a board with a passphrase that is chosen as a file or outside the app asks for it, in Arabic too', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'common-ground-user-'))
  const path = join(userData, 'Documents', 'Common Ground', 'Mill Lane.ground')
  const first = await launchApp({ userData })
  await makeBoard(first.window, 'Mill Lane', 'Nobody asked us.')
  await setPassphrase(first.window)
  await first.close()

  const { app, window, close } = await launchApp({ args: [path] })
  const dialog = window.getByRole('dialog', { name: 'This board has a passphrase' })
  await expect(dialog).toContainText('Mill Lane.ground')
  expect(await accessibilityTroubles(window), 'asking').toEqual([])
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'Settings' }).click()
  await window.getByRole('radio', { name: 'العربية' }).check()
  await window.keyboard.press('Escape')
  await answerOpenDialog(app, path)
  await window.getByRole('button', { name: 'فتح لوحة' }).click()
  await expect(window.getByLabel('عبارة المرور', { exact: true })).toBeFocused()
  await window.keyboard.type(PASSPHRASE)
  await window.keyboard.press('Enter')
  await expect(window.getByRole('textbox', { name: 'اسم اللوحة' })).toHaveValue('Mill Lane')
  await close()
  await rm(userData, { recursive: true, force: true })
})
