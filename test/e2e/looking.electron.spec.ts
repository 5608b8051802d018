import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { projectDirectory } from '../../electron/setup/project.mjs'
import { accessibilityTroubles } from '../support/accessibility'
import { type LaunchedApp, launchApp } from '../support/electronApp'
import { test } from '../support/test'

let userData = ''
let path = ''
let launched: LaunchedApp | undefined
let other: ChildProcess | undefined
test.beforeEach(async () => {
  userData = await mkdtemp(join(tmpdir(), 'common-ground-user-'))
  path = join(userData, 'Documents', 'Common Ground', 'Mill Lane.ground')
  launched = await launchApp({ userData })
  const { window } = launched
  await window.getByRole('button', { name: 'New board' }).click()
  await window.getByLabel('What is the workshop about?').fill('Mill Lane')
  await window.getByRole('button', { name: 'Make the board' }).click()
  await writeCard(window, 'The bench was taken away.')
  await window.getByRole('button', { name: 'Home' }).click()
  await expect(window.getByRole('button', { name: /^Mill Lane/ })).toBeVisible()
})
test.afterEach(async () => {
  other?.kill('SIGKILL')
  await launched?.close()
  await rm(userData, { recursive: true, force: true, maxRetries: 5 })
})

async function writeCard(window: Page, words: string): Promise<void> {
  await window.getByRole('tab', { name: 'Outline' }).click()
  await window.getByRole('button', { name: 'Add a card' }).click()
  await window.getByRole('textbox', { name: 'Words of the card' }).fill(words)
  await window.keyboard.press('Enter')
  await expect(window.getByRole('treeitem', { name: words })).toBeVisible()
}

/** Opens the board from Home and finds the bar over it. */
async function look(window: Page) {
  await window.getByRole('button', { name: /^Mill Lane/ }).click()
  const bar = window.getByRole('region', { name: 'Only looking' })
  await expect(bar).toBeVisible()
  return bar
}

const lock = () => join(dirname(path), `.~lock.${basename(path)}`)
const holdOn = (host: string) => writeFileSync(lock(), JSON.stringify({ pid: 1, host, key: 'theirs' }))

test('a board that is open on another computer can be looked at, and nothing in it can be written', async () => {
  if (!launched) throw new Error('no app')
  const { window, app } = launched
  holdOn('LAPTOP-7')
  const before = readFileSync(path)
  const bar = await look(window)
  await expect(bar).toContainText('This board is open on LAPTOP-7.')
  await expect(window.getByText('Only looking', { exact: true })).toBeVisible()
  await expect(window.getByRole('heading', { name: 'Mill Lane' })).toBeVisible()
  await window.getByRole('tab', { name: 'Outline' }).click()
  await expect(window.getByRole('treeitem', { name: 'The bench was taken away.' })).toBeVisible()
  for (const name of ['Open the room', 'Add a card', 'Card']) {
    await expect(window.getByRole('button', { name, exact: true })).toHaveCount(0)
  }
  await window.getByRole('button', { name: 'Settings' }).click()
  await expect(window.getByRole('button', { name: 'Passphrase…' })).toHaveCount(0)
  await window.keyboard.press('Escape')
  // The native menu does not offer them either.
  for (const command of ['openRoom', 'passphrase']) {
    await app.evaluate(
      ({ BrowserWindow }, name) =>
        BrowserWindow.getAllWindows()[0]?.webContents.send('event:menuCommand', name),
      command,
    )
  }
  await expect(window.getByRole('dialog')).toHaveCount(0)
  expect(await accessibilityTroubles(window), 'looking').toEqual([])

  // As the other computer does every few seconds: a lock that is not renewed counts as left behind.
  holdOn('LAPTOP-7')
  await bar.getByRole('button', { name: 'Try again' }).click()
  await expect(window.getByText('The board is still open there.')).toBeVisible()
  expect(readFileSync(path).equals(before)).toBe(true)

  rmSync(lock())
  await bar.getByRole('button', { name: 'Try again' }).click()
  await expect(window.getByText('You can write on this board now.')).toBeVisible()
  await expect(bar).toHaveCount(0)
  await writeCard(window, 'It came back.')
})

test('a board that another program has is written once that program has ended', async () => {
  if (!launched) throw new Error('no app')
  const { window } = launched
  const program = join(projectDirectory, 'out/main/cli.js')
  const host = spawn(process.execPath, [program, 'host', '--loopback', '--port', '0', path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  other = host
  let said = ''
  await new Promise<void>((resolve) =>
    host.stdout.on('data', (text) => {
      said += String(text)
      if (/Code:/.test(said)) resolve()
    }),
  )
  const bar = await look(window)
  await expect(bar).toContainText('This board is open in another program on this computer.')
  const ended = new Promise((resolve) => host.once('close', resolve))
  host.kill('SIGTERM')
  await ended
  await bar.getByRole('button', { name: 'Try again' }).click()
  await expect(bar).toHaveCount(0)
  await writeCard(window, 'It came back.')
  await window.getByRole('button', { name: 'Home' }).click()
  await window.getByRole('button', { name: /^Mill Lane/ }).click()
  await window.getByRole('tab', { name: 'Outline' }).click()
  await expect(window.getByRole('treeitem', { name: 'It came back.' })).toBeVisible()
})

test('a file that may only be read is looked at, and a copy of it is written', async () => {
  if (!launched) throw new Error('no app')
  const { window } = launched
  chmodSync(path, 0o444)
  const before = readFileSync(path)
  const bar = await look(window)
  await expect(bar).toContainText('This file may only be read')
  await bar.getByRole('button', { name: 'Open a copy' }).click()
  await expect(window.getByText(/This is your own copy: .*Mill Lane.*\.ground/)).toBeVisible()
  await expect(bar).toHaveCount(0)
  await writeCard(window, 'Only in the copy.')
  await window.getByRole('button', { name: 'Home' }).click()
  await expect(window.getByRole('button', { name: /^Copy of Mill Lane/ })).toBeVisible()
  expect(readFileSync(path).equals(before)).toBe(true)
})
