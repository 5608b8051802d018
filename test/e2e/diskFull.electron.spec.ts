import { readFileSync, statSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { realDisk, type SmallDisk } from '../faults/diskFull/smallDisk'
import { pullOut } from '../faults/runApart'
import { launchApp } from '../support/electronApp'
import { test } from '../support/test'

test('a full disk is said at the foot of the wall, and once there is room again everything is saved', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'common-ground-user-'))
  const documents = join(userData, 'Documents')
  await mkdir(documents)
  let disk: SmallDisk | undefined
  try {
    disk = realDisk(documents)
  } catch {
    // npm run faults tells the same of the hub without a disk of its own.
  }
  test.skip(!disk, 'No small disk may be mounted here')
  if (!disk) return
  try {
    const first = await launchApp({ userData })
    const { window } = first
    await window.getByRole('button', { name: 'New board' }).click()
    await window.getByLabel('What is the workshop about?').fill('Mill Lane')
    await window.getByRole('button', { name: 'Make the board' }).click()
    await window.getByRole('tab', { name: 'Outline' }).click()
    // What is seen; a reader hears of trouble only, from the status beside it.
    const seen = window.locator('.saving-words')
    const write = async (words: string) => {
      await window.getByRole('button', { name: 'Add a card' }).click()
      await window.getByRole('textbox', { name: 'Words of the card' }).fill(words)
      await window.keyboard.press('Enter')
      await expect(window.getByRole('treeitem', { name: words })).toBeVisible()
    }
    await write('Said before the disk was full.')
    await expect(seen).toHaveText('Saved')
    // A transaction that is under way gives back the room of its journal, in which the next ones would fit.
    const board = join(documents, 'Common Ground', 'Mill Lane.ground')
    await expect
      .poll(
        () =>
          readFileSync(board).includes('Said before the disk was full.') &&
          statSync(`${board}-journal`).size === 0,
      )
      .toBe(true)

    disk.leave(0)
    await write('Said while it was full.')
    await expect(seen).toHaveText('Not saved: the disk is full')
    await expect(window.getByRole('status').filter({ hasText: 'Not saved: the disk is full' })).toBeAttached()
    await write('Said a little later.')

    disk.free()
    await expect(seen).toHaveText('Saved')
    await first.close()

    const second = await launchApp({ userData })
    await second.window.getByRole('button', { name: /^Mill Lane/ }).click()
    await second.window.getByRole('tab', { name: 'Outline' }).click()
    for (const words of [
      'Said before the disk was full.',
      'Said while it was full.',
      'Said a little later.',
    ]) {
      await expect(second.window.getByRole('treeitem', { name: words })).toBeVisible()
    }
    await second.close()
  } finally {
    pullOut(documents)
    await rm(userData, { recursive: true, force: true, maxRetries: 5 })
  }
})
