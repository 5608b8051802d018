import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import sqlite from 'node-sqlite3-wasm'
import { createBoardFile } from '../../electron/files/boardFile'
import { packDocument } from '../../electron/files/document'
import { launchApp } from '../support/electronApp'
import { damagePicture, fillWithPictures } from '../support/largeBoard'
import { unwrap } from '../support/results'
import { sampleDocument } from '../support/sample'
import { shelveBoard } from '../support/shelf'
import { test } from '../support/test'
import { setPassphrase } from '../support/wholeFile'

let folder = ''
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'common-ground-damage-'))
})
test.afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

/** A board of the sample workshop with three later changes, the last of them damaged. */
async function makeDamaged(name: string, passphrase?: string): Promise<string> {
  const path = join(folder, `${name}.ground`)
  const doc = sampleDocument()
  const made = createBoardFile(path, packDocument(doc))
  if (!made.ok) throw new Error(made.failure.detail)
  if (passphrase !== undefined) unwrap(await setPassphrase(made.value.file, passphrase))
  const updates: Uint8Array[] = []
  doc.on('update', (update) => updates.push(update))
  for (const title of ['one', 'two', 'three']) doc.getMap('meta').set('title', `${name} ${title}`)
  made.value.file.append({ updates })
  made.value.file.release()
  const bytes = await readFile(path)
  const database = new sqlite.Database(path, { readOnly: true })
  const last = database.get('SELECT data FROM updates ORDER BY id DESC')?.data as Uint8Array
  database.close()
  const at = bytes.lastIndexOf(last) + last.length - 3
  bytes[at] = (bytes[at] ?? 0) ^ 1
  await writeFile(path, bytes)
  return path
}

const dialogOf = (window: Page, name: string) => window.getByRole('dialog', { name })

test('a damaged board says what can be read, opens it, and stays beside it', async () => {
  const path = await makeDamaged('Mill Lane')
  const damaged = await readFile(path)
  const { window, close } = await launchApp({ args: [path] })
  const dialog = dialogOf(window, '“Mill Lane.ground” is damaged')
  await expect(dialog.getByText(/^Everything up to .* can be read: \d+ cards\.$/)).toBeVisible()
  await expect(dialog.getByText('1 change is lost.')).toBeVisible()
  expect(await readdir(folder)).toEqual(['Mill Lane.ground'])

  await dialog.getByRole('button', { name: 'Open what can be read' }).click()
  await expect(window.getByText(/The damaged file stays as Mill Lane \(damaged .*\)\.ground/)).toBeVisible()
  await expect(window.getByRole('textbox', { name: 'Name of the board' })).toHaveValue('Mill Lane two')
  const kept = (await readdir(folder)).find((name) => name.includes('(damaged')) ?? ''
  expect((await readFile(join(folder, kept))).equals(damaged)).toBe(true)
  await close()
})

test('a file of which nothing can be read keeps its bytes, and the dialog goes with Escape', async () => {
  const path = await makeDamaged('Fern Road')
  const bytes = await readFile(path)
  bytes.fill(0xa5, 4096)
  await writeFile(path, bytes)
  const { window, close } = await launchApp({ args: [path] })
  const dialog = dialogOf(window, '“Fern Road.ground” is damaged')
  await expect(dialog.getByText(/^Nothing of this board can be read/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Open what can be read' })).toBeHidden()
  await window.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  expect((await readFile(path)).equals(bytes)).toBe(true)
  expect(await readdir(folder)).toEqual(['Fern Road.ground'])
  await close()
})

test('a damaged board with a passphrase is asked for it once, repaired, and opens with it from then on', async () => {
  const path = await makeDamaged('Mill Lane', 'four quiet words here')
  const { window, close } = await launchApp({ args: [path] })
  const asking = dialogOf(window, 'This board has a passphrase')
  await asking.getByLabel('Passphrase', { exact: true }).fill('four quiet words here')
  await window.keyboard.press('Enter')
  const dialog = dialogOf(window, '“Mill Lane.ground” is damaged')
  await expect(dialog.getByText('1 change is lost.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Open what can be read' }).click()
  const title = window.getByRole('textbox', { name: 'Name of the board' })
  await expect(title).toHaveValue('Mill Lane two')
  await window.getByRole('button', { name: 'Home' }).click()
  await window.getByRole('button', { name: /^Mill Lane/ }).click()
  await expect(asking).toBeVisible()
  await asking.getByLabel('Passphrase', { exact: true }).fill('four quiet words here')
  await window.keyboard.press('Enter')
  await expect(title).toHaveValue('Mill Lane two')
  await close()
})

test('a damaged picture of a large board is told of once it is open, and the repair says what is lost', async () => {
  const path = join(folder, 'Mill Lane.ground')
  shelveBoard(path, { title: 'Mill Lane', cards: ['The bench is gone'] })
  fillWithPictures(path)
  damagePicture(path)
  const { window, close } = await launchApp({ args: [path] })
  const title = window.getByRole('textbox', { name: 'Name of the board' })
  await expect(title).toHaveValue('Mill Lane')
  await expect(window.getByText('Something in this board is damaged, a picture perhaps.')).toBeVisible()
  await window.getByRole('button', { name: 'Repair…' }).click()
  const dialog = dialogOf(window, '“Mill Lane.ground” is damaged')
  await expect(dialog.getByText('1 picture is lost.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Open what can be read' }).click()
  await expect(window.getByText(/The damaged file stays as Mill Lane \(damaged .*\)\.ground/)).toBeVisible()
  await expect(title).toHaveValue('Mill Lane')
  await close()
})
