import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { freePort } from '../faults/hub/freePort'
import { launchApp } from '../support/electronApp'
import { openRoom } from '../support/openRoom'
import { test } from '../support/test'

async function writeCard(page: Page, words: string): Promise<void> {
  await page.getByRole('tab', { name: 'Outline' }).click()
  await page.getByRole('button', { name: 'Add a card' }).click()
  await page.getByRole('textbox', { name: 'Words of the card' }).fill(words)
  await page.keyboard.press('Enter')
}

async function toJoin(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Join a room' }).click()
  return page.getByRole('dialog', { name: 'Join a room' })
}

const cardIn = (page: Page, words: string) => page.getByRole('treeitem', { name: words })

test('a second app joins the room, goes on while the host is gone and after a restart, and catches up', async () => {
  const host = await launchApp()
  await host.window.getByRole('button', { name: 'New board' }).click()
  await host.window.getByLabel('What is the workshop about?').fill('Mill Lane')
  await host.window.getByRole('button', { name: 'Make the board' }).click()
  await writeCard(host.window, 'The bench was taken away.')
  const { address, code: shown } = await openRoom(host.window)
  const code = shown.replace(/\s/g, '')
  await host.window.keyboard.press('Escape')

  const userData = await mkdtemp(join(tmpdir(), 'common-ground-user-'))
  let guest = await launchApp({ userData })
  const dialog = await toJoin(guest.window)
  await dialog.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(dialog.getByText('This is not an address of a room.')).toBeVisible()
  await dialog.getByLabel('Address or invitation link').fill(`${address}/#${code}`)
  await expect(dialog.getByLabel('Room code')).toHaveValue(code)
  await dialog.getByLabel('Your name').fill('Amal')
  await dialog.getByRole('radio', { name: 'Professional' }).check()
  await dialog.getByRole('button', { name: 'Join', exact: true }).click()

  await guest.window.getByRole('tab', { name: 'Outline' }).click()
  await expect(cardIn(guest.window, 'The bench was taken away.')).toBeVisible()
  await expect(guest.window.getByRole('button', { name: 'Open the room' })).toHaveCount(0)
  await writeCard(guest.window, 'There is nowhere to rest.')
  await expect(cardIn(host.window, 'There is nowhere to rest.')).toBeVisible()

  await host.window.getByRole('button', { name: 'The room is open' }).click()
  const room = host.window.getByRole('dialog', { name: 'The room' })
  await expect(room.getByText('Amal')).toBeVisible()
  await room.getByRole('button', { name: 'Close the room' }).click()
  await expect(guest.window.getByText('The room is closed.')).toBeVisible()

  await guest.close()
  guest = await launchApp({ userData })
  await guest.window
    .getByRole('button', { name: /Mill Lane/ })
    .first()
    .click()
  await expect(guest.window.getByText('Working offline').first()).toBeVisible()
  await writeCard(guest.window, 'Written at home.')
  await expect(cardIn(guest.window, 'Written at home.')).toBeVisible()
  await guest.close()
  await host.close()
  await rm(userData, { recursive: true, force: true, maxRetries: 5 })
})

test('a room nearby appears by itself with the board’s name, and its code is enough to come in', async () => {
  const env = { COMMON_GROUND_NEARBY_PORT: String(await freePort()) }
  const host = await launchApp({ env })
  await host.window.getByRole('button', { name: 'New board' }).click()
  await host.window.getByLabel('What is the workshop about?').fill('Mill Lane')
  await host.window.getByRole('button', { name: 'Make the board' }).click()
  const { code } = await openRoom(host.window)

  const guest = await launchApp({ env })
  const dialog = await toJoin(guest.window)
  await expect(dialog.getByRole('radio', { name: 'Mill Lane' })).toBeChecked()
  await dialog.getByLabel('Room code').fill(code)
  await dialog.getByLabel('Your name').fill('Amal')
  await dialog.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(host.window.getByRole('dialog').getByText('Amal')).toBeVisible()
  await guest.close()
  await host.close()
})

test('a room nearby that does not answer any more is said to where it was chosen', async () => {
  const env = { COMMON_GROUND_NEARBY_PORT: String(await freePort()) }
  const host = await launchApp({ env })
  await host.window.getByRole('button', { name: 'Open the sample workshop' }).click()
  const { address, code } = await openRoom(host.window)

  const guest = await launchApp({ env })
  const dialog = await toJoin(guest.window)
  await expect(dialog.getByRole('radio', { name: 'The first visit' })).toBeChecked()
  await dialog.getByLabel('Room code').fill(code)
  host.app.process().kill('SIGKILL')
  // The hub is a process of its own, and goes a moment later.
  const answers = () =>
    fetch(address).then(
      () => true,
      () => false,
    )
  await expect.poll(answers).toBe(false)
  await dialog.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(dialog.getByRole('alert')).toBeInViewport({ ratio: 1 })
  await expect(dialog.getByRole('alert')).toContainText('no room is open on it')
  await guest.close()
  await host.close().catch(() => {})
})
