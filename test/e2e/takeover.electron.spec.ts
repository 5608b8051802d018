import { expect, type Page } from '@playwright/test'
import { openBrowser } from '../support/browser'
import { launchApp } from '../support/electronApp'
import { openRoom } from '../support/openRoom'
import { test } from '../support/test'

async function writeCard(page: Page, words: string): Promise<void> {
  await page.getByRole('tab', { name: 'Outline' }).click()
  await page.getByRole('button', { name: 'Add a card' }).click()
  await page.getByRole('textbox', { name: 'Words of the card' }).fill(words)
  await page.keyboard.press('Enter')
}

const cardIn = (page: Page, words: string) => page.getByRole('treeitem', { name: words })

test('when the host’s laptop dies a second app hosts the room, and an open tab finds it by itself', async () => {
  const host = await launchApp()
  await host.window.getByRole('button', { name: 'New board' }).click()
  await host.window.getByLabel('What is the workshop about?').fill('Mill Lane')
  await host.window.getByRole('button', { name: 'Make the board' }).click()
  await writeCard(host.window, 'The bench was taken away.')
  const { address, code: shown } = await openRoom(host.window)
  const code = shown.replace(/\s/g, '')

  const second = await launchApp()
  await second.window.getByRole('button', { name: 'Join a room' }).click()
  const dialog = second.window.getByRole('dialog', { name: 'Join a room' })
  await dialog.getByLabel('Address or invitation link').fill(`${address}/#${code}`)
  await dialog.getByLabel('Your name').fill('Amal')
  await dialog.getByRole('button', { name: 'Join', exact: true }).click()

  const browser = await openBrowser()
  const tab = await browser.newPage()
  await tab.goto(`${address}/#${code}`)
  await tab.getByLabel('Your name').fill('Nadia')
  await tab.getByRole('button', { name: 'Join' }).click()
  for (const page of [second.window, tab]) {
    await page.getByRole('tab', { name: 'Outline' }).click()
    await expect(cardIn(page, 'The bench was taken away.')).toBeVisible()
  }
  await expect(host.window.getByRole('dialog').getByText('Nadia')).toBeVisible()

  host.app.process().kill('SIGKILL')
  await expect(tab.getByText('Working offline').first()).toBeVisible()
  await writeCard(tab, 'Written in the gap.')
  await writeCard(second.window, 'On the second laptop.')
  await second.window.getByRole('button', { name: 'Host this room' }).click()
  const room = second.window.getByRole('dialog', { name: 'The room' })
  await expect(room.getByText('Nadia')).toBeVisible()
  await expect(room.getByText(shown)).toBeVisible()
  await second.window.keyboard.press('Escape')
  await expect(cardIn(second.window, 'Written in the gap.')).toBeVisible()
  await expect(cardIn(tab, 'On the second laptop.')).toBeVisible()
  await expect(tab.getByText('Working offline')).toHaveCount(0)
  await browser.close()
  await second.close()
  await host.close().catch(() => {})
})
