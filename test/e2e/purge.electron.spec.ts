import { existsSync, readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { accessibilityTroubles } from '../support/accessibility'
import { answerSaveDialog } from '../support/dialogs'
import { pngOf } from '../support/pictures'
import { onScreen, writeAt } from '../support/wall'
import { placesOfWords } from '../support/wordsInFile'
import { expect, openStage, openTab, test } from '../support/workshop'
import { bringIn, LIGHT, noticeIn, reader, SEAT, STORY } from '../support/workshopSteps'

const boardIn = (folder: string): string => {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find(
    (name) => name.endsWith('.ground') && !name.includes('.~lock'),
  )
  if (found === undefined) throw new Error('no board in the folder')
  return join(folder, found)
}

async function keepVersion(window: Page, name: string): Promise<void> {
  await window.getByRole('button', { name: 'Versions', exact: true }).click()
  await window.getByLabel('Name of the version').fill(name)
  await window.keyboard.press('Enter')
  await expect(window.getByText(`Kept: ${name}`)).toBeVisible()
  await window.keyboard.press('Escape')
}

async function askToRemoveStory(window: Page): Promise<Locator> {
  await openTab(window, 'Stories')
  await window.getByText('About this story ·').click()
  await window.getByRole('button', { name: 'Remove for good…' }).click()
  return window.getByRole('dialog', { name: 'Remove “Mill Lane” for good' })
}

test('a story goes for good from every screen and from the file, under the hands of somebody who is writing', async ({
  workshop: { app, window, guest, folder, reopen },
}) => {
  const both = [window, guest]
  await writeFile(join(folder, 'lane.txt'), STORY)
  await bringIn(window, join(folder, 'lane.txt'))
  await window.getByText('About this story ·').click()
  await window.getByRole('radio', { name: 'Quotes, no name' }).check()
  await noticeIn(window, SEAT, 'Being asked matters')
  await openTab(guest, 'Outline')
  await expect(guest.getByRole('treeitem', { name: 'Being asked matters' })).toBeVisible()
  await writeAt(guest, [-220, 180], `They said: ${LIGHT}`)
  await openStage(window, 'Report')
  const html = join(folder, 'report.html')
  await answerSaveDialog(app, html)
  await window.getByRole('button', { name: 'Save as web page' }).click()
  await expect(window.getByText(`Saved: ${html}`)).toBeVisible()
  await openStage(window, 'Stories')

  await keepVersion(window, 'Before Mill Lane goes')
  const damaged = boardIn(folder).replace('.ground', ' (damaged 2026-11-23).ground')
  await writeFile(damaged, SEAT)

  // The guest is in the middle of a sentence.
  await guest.mouse.dblclick(...(await onScreen(guest, [220, 180])))
  const editor = guest.getByRole('textbox', { name: 'Words of the card' })
  await expect(editor).toBeFocused()
  await guest.keyboard.type('A thought that ')
  await expect(guest.getByRole('button', { name: 'Undo' })).toBeEnabled()

  const dialog = await askToRemoveStory(window)
  await expect(dialog.getByText('Stories: 1')).toBeVisible()
  await expect(dialog.getByText('Highlights: 1')).toBeVisible()
  await expect(dialog.getByText('Being asked matters')).toBeVisible()
  await expect(dialog.getByText('Names of versions: 1')).toBeVisible()
  await expect(
    dialog.getByText('2 passages name the person, hold the title or repeat the words.'),
  ).toBeVisible()
  await expect(dialog.getByText('report.html', { exact: true })).toBeVisible()
  await expect(dialog.getByText(basename(damaged))).toBeVisible()
  await expect(dialog.getByText('In the next step you can delete what is listed here.')).toBeVisible()
  await expect(dialog.getByText('Cards: 1')).toBeVisible()
  await dialog.getByRole('checkbox', { name: 'Remove this too' }).check()
  await expect(dialog.getByText('Cards: 2')).toBeVisible()
  const remove = dialog.getByRole('button', { name: 'Remove for good' })
  await expect(remove).toBeDisabled()
  await dialog.getByLabel('To go on, type: Mill Lane').fill('mill lane')
  await remove.click()
  await Promise.all([
    guest.keyboard.type('goes on while others ', { delay: 20 }),
    expect(guest.getByText('Words were removed from this board for good.')).toBeVisible(),
  ])
  // However far down the dialog before it was read.
  await expect(dialog.getByText('The words are gone from the board and from its file.')).toBeInViewport()
  await expect(dialog.getByText('report.html', { exact: true })).toBeVisible()
  // Its name is the board’s own, and was not ticked.
  await expect(dialog.getByRole('heading', { name: '1 passage stays, as you chose' })).toBeVisible()
  expect(await accessibilityTroubles(window), 'what is left').toEqual([])
  await dialog.getByRole('button', { name: 'Delete it for good' }).click()
  await expect(dialog.getByText('The damaged file is deleted.')).toBeVisible()
  expect(existsSync(damaged)).toBe(false)
  await dialog.locator('.dialog-foot').getByRole('button', { name: 'Close' }).click()

  await expect(editor).toBeFocused()
  await guest.keyboard.type('tidy up')
  await expect(editor).toHaveText('A thought that goes on while others tidy up')
  await guest.keyboard.press('Escape')
  for (const page of both) {
    await openTab(page, 'Outline')
    await expect(
      page.getByRole('treeitem', { name: 'A thought that goes on while others tidy up' }),
    ).toBeVisible()
    await expect(page.getByRole('treeitem', { name: 'Being asked matters' })).toHaveCount(0)
    await expect(page.getByRole('treeitem', { name: LIGHT })).toHaveCount(0)
    await openTab(page, 'Stories')
    await expect(page.getByText('No stories yet.')).toBeVisible()
  }
  const again = await reopen()
  await openTab(again, 'Outline')
  await expect(again.getByRole('treeitem', { name: 'A thought that goes on' })).toBeVisible()
  // The file is let go: a board that is open may be written in the middle of being read here.
  await again.getByRole('button', { name: 'Home' }).click()
  await expect(again.getByRole('heading', { name: 'Your boards' })).toBeVisible()
  for (const words of [SEAT, LIGHT, 'Being asked matters', 'Before Mill Lane'])
    expect([words, placesOfWords(boardIn(folder), words)]).toEqual([words, []])
})

test('a person’s words go for good; they are told, and come back as somebody new', async ({
  workshop: { window, guest },
}) => {
  await writeAt(guest, [0, 0], 'My landlord is Mr Price')
  const title = window.getByRole('textbox', { name: 'Name of the board' })
  await title.fill('Where Nadia lives')
  await title.press('Enter')
  await openTab(window, 'Outline')
  await expect(window.getByRole('treeitem', { name: 'My landlord is Mr Price' })).toBeVisible()
  await openTab(window, 'People')
  await window.getByRole('button', { name: 'Options for Nadia' }).click()
  await window.getByRole('menuitem', { name: 'Remove the words of Nadia for good…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Remove the words of Nadia for good' })
  await expect(dialog.getByText('Cards: 1')).toBeVisible()
  await expect(dialog.getByText('Name of the board · names the person')).toBeVisible()
  await expect(dialog.getByRole('checkbox', { name: 'Take these words out' })).toBeChecked()
  await dialog.getByLabel('To go on, type: Nadia').fill('Nadia')
  await window.keyboard.press('Enter')
  await expect(dialog.getByText('The words are gone')).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(title).toHaveValue('Where […] lives')
  await expect(guest.getByText('Your words were removed from this board for good.')).toBeVisible()
  await openTab(window, 'Outline')
  await expect(window.getByRole('treeitem', { name: 'My landlord' })).toHaveCount(0)
  await openTab(window, 'People')
  await expect(window.getByRole('listitem').filter({ hasText: 'Nadia' })).toHaveCount(0)
})

test('a picture that is on its way while words are removed for good comes on the wall', async ({
  workshop: { window, guest, folder },
}) => {
  await writeFile(join(folder, 'lane.txt'), STORY)
  await bringIn(window, join(folder, 'lane.txt'))
  let send = () => {}
  const mayGo = new Promise<void>((resolve) => {
    send = resolve
  })
  await guest.route('**/pictures', async (route) => {
    await mayGo
    await route.continue()
  })
  const chosen = guest.waitForEvent('filechooser')
  await guest.mouse.click(...(await onScreen(guest, [0, 0])), { button: 'right' })
  await guest.getByRole('menuitem', { name: 'Bring pictures' }).click()
  const picture = pngOf(200, 300, { colour: [12, 140, 60] })
  await (await chosen).setFiles({ name: 'door.png', mimeType: 'image/png', buffer: Buffer.from(picture) })

  const dialog = await askToRemoveStory(window)
  await dialog.getByLabel('To go on, type: Mill Lane').fill('mill lane')
  await dialog.getByRole('button', { name: 'Remove for good' }).click()
  await expect(guest.getByText('Words were removed from this board for good.')).toBeVisible()
  send()
  await openTab(guest, 'Outline')
  await expect(guest.locator('.outline-kind', { hasText: 'Picture' })).toHaveCount(1)
})

test('a story can be put in the bin and put back', async ({ workshop: { window, guest, folder } }) => {
  await writeFile(join(folder, 'lane.txt'), STORY)
  await bringIn(window, join(folder, 'lane.txt'))
  await window.getByText('About this story ·').click()
  await window.getByRole('button', { name: 'Delete the story' }).click()
  const putBack = window.getByRole('button', { name: 'Put back' })
  // The notice stays for whoever points at it.
  await putBack.hover()
  await openTab(guest, 'Stories')
  for (const page of [window, guest]) await expect(page.getByText('No stories yet.')).toBeVisible()
  await putBack.click()
  await expect(reader(window, 'Mill Lane')).toBeVisible()
  await expect(guest.getByRole('button', { name: /^Mill Lane/ })).toBeVisible()
  await guest.getByRole('button', { name: /^Mill Lane/ }).click()
  await guest.getByText('About this story ·').click()
  await expect(guest.getByRole('button', { name: 'Delete the story' })).toBeVisible()
  await expect(guest.getByRole('button', { name: 'Remove for good…' })).toHaveCount(0)
})
