import { existsSync } from 'node:fs'
import { type Browser, chromium, expect, type Page, test } from '@playwright/test'
import { isRoot } from '../../electron/setup/project.mjs'
import { launchApp } from '../support/electronApp'

const CHROMIUM = '/usr/bin/chromium'

function openBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(existsSync(CHROMIUM) ? { executablePath: CHROMIUM } : { channel: 'chrome' }),
    args: isRoot ? ['--no-sandbox'] : [],
  })
}

async function writeCard(page: Page, words: string): Promise<void> {
  await page.getByRole('tab', { name: 'Outline' }).click()
  await page.getByRole('button', { name: 'Add a card' }).click()
  await page.getByRole('textbox', { name: 'Words of the card' }).fill(words)
  await page.keyboard.press('Enter')
}

test('a guest in a browser and the app see each other and each other’s cards', async () => {
  const { window, close } = await launchApp()
  await window.getByRole('button', { name: 'New board' }).click()
  await window.getByLabel('What is the workshop about?').fill('Mill Lane')
  await window.getByRole('button', { name: 'Make the board' }).click()
  await writeCard(window, 'The bench was taken away.')

  await window.getByRole('button', { name: 'Open the room' }).click()
  const room = window.getByRole('dialog', { name: 'The room' })
  const [address = '', code = ''] = await room.getByRole('definition').allTextContents()
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)

  const browser = await openBrowser()
  const guest = await browser.newPage()
  await guest.goto(address)
  await guest.getByLabel('Room code').fill(code)
  await guest.getByLabel('Your name').fill('Nadia')
  await guest.getByRole('radio', { name: 'Resident' }).check()
  await guest.getByRole('button', { name: 'Join' }).click()

  await expect(room.getByText('Nadia')).toBeVisible()
  await window.keyboard.press('Escape')
  await guest.getByRole('tab', { name: 'Outline' }).click()
  await expect(guest.getByRole('treeitem', { name: 'The bench was taken away.' })).toBeVisible()
  await writeCard(guest, 'There is nowhere to rest.')
  await expect(window.getByRole('treeitem', { name: 'There is nowhere to rest.' })).toBeVisible()
  await browser.close()
  await close()
})
