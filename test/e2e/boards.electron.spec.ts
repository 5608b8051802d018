import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { answerOpenDialog } from '../support/dialogs'
import { launchApp } from '../support/electronApp'
import { test } from '../support/test'

async function makeBoard(window: Page, title: string): Promise<void> {
  await window.getByRole('button', { name: 'New board' }).click()
  await window.getByLabel('What is the workshop about?').fill(title)
  await window.getByRole('button', { name: 'Make the board' }).click()
  await expect(window.getByRole('textbox', { name: 'Name of the board' })).toHaveValue(title)
}

/** A card's row in the outline, whichever tab the board opened with. */
async function cardInOutline(window: Page, words: string) {
  await window.getByRole('tab', { name: 'Outline' }).click()
  return window.getByRole('treeitem', { name: words })
}

async function writeCard(window: Page, words: string): Promise<void> {
  await window.getByRole('tab', { name: 'Outline' }).click()
  await window.getByRole('button', { name: 'Add a card' }).click()
  await window.getByRole('textbox', { name: 'Words of the card' }).fill(words)
  await window.keyboard.press('Enter')
  await expect(window.getByRole('treeitem', { name: words })).toBeVisible()
}

test('a card is there again when its board is opened from the recent ones', async () => {
  const { window, close } = await launchApp()
  await makeBoard(window, 'A quieter Mill Lane')
  await writeCard(window, 'The bench was taken away.')
  await window.getByRole('button', { name: 'Home' }).click()
  await window.getByRole('button', { name: /^A quieter Mill Lane/ }).click()
  await expect(await cardInOutline(window, 'The bench was taken away.')).toBeVisible()
  await close()
})

test('a board and its card outlive the app', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'common-ground-user-'))
  const first = await launchApp({ userData })
  await makeBoard(first.window, 'Mill Lane')
  await writeCard(first.window, 'Nobody asked us.')
  // Closing the window at once: the app itself must wait until the file has the card.
  await first.close()
  const second = await launchApp({ userData })
  await second.window.getByRole('button', { name: /^Mill Lane/ }).click()
  await expect(await cardInOutline(second.window, 'Nobody asked us.')).toBeVisible()
  await second.close()
  await rm(userData, { recursive: true, force: true, maxRetries: 5 })
})

test('a board named on the command line is opened', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'common-ground-user-'))
  const first = await launchApp({ userData })
  await makeBoard(first.window, 'Mill Lane')
  await first.close()
  const path = join(userData, 'Documents', 'Common Ground', 'Mill Lane.ground')
  const second = await launchApp({ args: [path] })
  await expect(second.window.getByRole('textbox', { name: 'Name of the board' })).toHaveValue('Mill Lane')
  await second.close()
  await rm(userData, { recursive: true, force: true, maxRetries: 5 })
})

test('the sample workshop opens with its stories and cards', async () => {
  const { window, close } = await launchApp()
  await window.getByRole('button', { name: 'Open the sample workshop' }).click()
  await expect(window.getByRole('textbox', { name: 'Name of the board' })).toHaveValue('The first visit')
  await window.getByRole('tab', { name: 'Outline' }).click()
  await expect(window.getByRole('treeitem', { name: /^Insights 45 cards/ })).toBeVisible()
  await close()
})

const BAD_FILES = [
  { name: 'notes.txt', content: 'Not a board at all', sentence: 'This file is not a Common Ground board.' },
  { name: 'empty.ground', content: '', sentence: 'This file is empty' },
]
for (const { name, content, sentence } of BAD_FILES) {
  test(`opening ${name} says what is wrong and stays on Home`, async () => {
    const { app, window, userData, close } = await launchApp()
    const path = join(userData, name)
    await writeFile(path, content)
    await answerOpenDialog(app, path)
    await window.getByRole('button', { name: 'Open a board' }).click()
    await expect(window.getByText(sentence)).toBeVisible()
    await expect(window.getByRole('button', { name: 'New board' })).toBeVisible()
    await close()
  })
}

test('a file that is no board, opened from outside, is explained in the window', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'common-ground-user-'))
  const path = join(userData, 'broken.ground')
  await writeFile(path, 'Not a board at all')
  const { window, close } = await launchApp({ args: [path] })
  await expect(window.getByText('This file is not a Common Ground board.')).toBeVisible()
  await close()
  await rm(userData, { recursive: true, force: true, maxRetries: 5 })
})
