import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { accessibilityTroubles } from '../support/accessibility'
import { answerSaveDialog } from '../support/dialogs'
import { type LaunchedApp, launchApp } from '../support/electronApp'
import { focusWith } from '../support/moments'
import { ONE_PIXEL, type ShelvedBoard, shelveBoard, shelveSealed } from '../support/shelf'
import { test } from '../support/test'

let userData: string
let folder: string
let running: LaunchedApp | undefined
test.beforeEach(async () => {
  userData = await mkdtemp(join(tmpdir(), 'common-ground-library-'))
  folder = join(userData, 'Documents', 'Common Ground')
  await mkdir(folder, { recursive: true })
})
test.afterEach(async () => {
  await running?.close()
  running = undefined
  await rm(userData, { recursive: true, force: true, maxRetries: 5 })
})

const at = (name: string) => join(folder, `${name}.ground`)

/** Starts the app on a computer with these boards in its folder, and waits until Home shows them all. */
async function launchWith(boards: readonly ShelvedBoard[], env: Record<string, string> = {}) {
  for (const board of boards) shelveBoard(at(board.title), board)
  running = await launchApp({ userData, env })
  for (const { title } of boards) await expect(card(running.window, title)).toBeVisible()
  return running
}

const card = (window: Page, title: string) => window.getByRole('button', { name: new RegExp(`^${title}`) })

/** Chooses something from the menu of a board. */
async function choose(window: Page, title: string, item: string): Promise<void> {
  await window.getByRole('button', { name: `What can be done with ${title}`, exact: true }).click()
  await window.getByRole('menuitem', { name: item }).click()
}

/** As when somebody comes back to the window from the folder. */
const comeBack = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('focus')))

test('Home shows of a board its wall, place, size, host and when it was last changed or opened', async () => {
  const { window } = await launchWith([
    { title: 'Mill Lane', place: 'St Anne’s Hall', host: 'Samah', thumbnail: ONE_PIXEL },
  ])
  const board = card(window, 'Mill Lane')
  await expect(board).toContainText('St Anne’s Hall')
  await expect(board).toContainText('Hosted by Samah')
  await expect(board).toContainText(/Changed today · \d+ kB/)
  await expect(board.locator('img')).toBeVisible()
  await board.click()
  await expect(window.getByRole('textbox', { name: 'Name of the board' })).toHaveValue('Mill Lane')
  await window.getByRole('button', { name: 'Home' }).click()
  await expect(board).toContainText('Opened today')
})

test('with the keyboard alone a board is renamed, inside and on the disk', async () => {
  const { window } = await launchWith([{ title: 'Old' }])
  await window.getByRole('button', { name: 'What can be done with Old' }).focus()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('menuitem', { name: 'Rename…' })).toBeFocused()
  await window.keyboard.press('End')
  await expect(window.getByRole('menuitem', { name: 'Move to the trash…' })).toBeFocused()
  await window.keyboard.press('Home')
  await window.keyboard.press('Enter')
  await expect(window.getByLabel('Name of the board')).toBeFocused()
  await window.keyboard.type('A quieter Mill Lane')
  const focus = await focusWith(window, 'dialog', 'gone')
  await window.keyboard.press('Enter')
  // The next key has somewhere to go from the moment that the dialog is gone.
  expect(await focus()).toBe('What can be done with Old')
  await expect(card(window, 'A quieter Mill Lane')).toBeVisible()
  await expect(card(window, 'Old')).toHaveCount(0)
  expect(await readdir(folder)).toEqual(['A quieter Mill Lane.ground'])
  await card(window, 'A quieter Mill Lane').click()
  await expect(window.getByRole('textbox', { name: 'Name of the board' })).toHaveValue('A quieter Mill Lane')
})

test('a copy is a board of its own with the same cards', async () => {
  const { window } = await launchWith([{ title: 'Mill Lane', cards: ['The bench is gone'] }])
  await choose(window, 'Mill Lane', 'Duplicate')
  await expect(window.getByText('“Mill Lane” has been copied.')).toBeVisible()
  await card(window, 'Copy of Mill Lane').click()
  await window.getByRole('tab', { name: 'Outline' }).click()
  await expect(window.getByRole('treeitem', { name: 'The bench is gone' })).toBeVisible()
  expect((await readdir(folder)).filter((name) => /^[^.].*\.ground$/.test(name)).sort()).toEqual([
    'Copy of Mill Lane.ground',
    'Mill Lane.ground',
  ])
})

test('a copy can be saved elsewhere, and a board be shown in its folder', async () => {
  const { app, window } = await launchWith([{ title: 'Mill Lane' }])
  const elsewhere = join(userData, 'stick.ground')
  await answerSaveDialog(app, elsewhere)
  await choose(window, 'Mill Lane', 'Save a copy elsewhere…')
  await expect(window.getByText(`A copy is saved: ${elsewhere}`)).toBeVisible()
  expect(existsSync(elsewhere)).toBe(true)
  const shown = await app.evaluateHandle(({ shell }) => {
    const paths: string[] = []
    shell.showItemInFolder = (path) => void paths.push(path)
    return paths
  })
  await choose(window, 'Mill Lane', 'Show in folder')
  await expect.poll(() => shown.jsonValue()).toEqual([at('Mill Lane')])
})

test('a forgotten board goes from the list and not from the disk, and can be put back', async () => {
  const { window } = await launchWith([{ title: 'Mill Lane' }, { title: 'Hill Street' }])
  await window.clock.install()
  await choose(window, 'Mill Lane', 'Forget')
  await expect(card(window, 'Mill Lane')).toHaveCount(0)
  expect(existsSync(at('Mill Lane'))).toBe(true)
  // The notice stays for whoever points at it.
  const putBack = window.getByRole('button', { name: 'Put back' })
  await putBack.hover()
  await window.clock.fastForward(60_000)
  await putBack.click()
  await expect(card(window, 'Mill Lane')).toBeVisible()
})

test('a board moves to the real trash of the system, once somebody has said so', async () => {
  const share = join(userData, 'share')
  const { window } = await launchWith([{ title: 'Mill Lane' }], {
    XDG_DATA_HOME: share,
    XDG_CURRENT_DESKTOP: 'GNOME',
  })
  await writeFile(`${at('Mill Lane')}.bak`, 'backup')
  await choose(window, 'Mill Lane', 'Move to the trash…')
  const asking = window.getByRole('dialog', { name: 'Move “Mill Lane” to the trash?' })
  await asking.getByRole('button', { name: 'Cancel' }).click()
  expect(existsSync(at('Mill Lane'))).toBe(true)
  await choose(window, 'Mill Lane', 'Move to the trash…')
  await asking.getByRole('button', { name: 'Move to the trash' }).click()
  await expect(window.getByText('“Mill Lane” is in the trash.')).toBeVisible()
  await expect(card(window, 'Mill Lane')).toHaveCount(0)
  expect(await readdir(folder)).toEqual([])
  expect((await readdir(join(share, 'Trash', 'files'))).sort()).toEqual([
    'Mill Lane.ground',
    'Mill Lane.ground.bak',
  ])
  const note = await readFile(join(share, 'Trash', 'info', 'Mill Lane.ground.trashinfo'), 'utf8')
  expect(decodeURI(note)).toContain(`Path=${at('Mill Lane')}`)
})

test('where the system has no trash a sentence says so, and nothing is deleted', async () => {
  // Without its tool on the path the system has none.
  const { window } = await launchWith([{ title: 'Mill Lane' }], { PATH: '/nowhere' })
  await choose(window, 'Mill Lane', 'Move to the trash…')
  await window.getByRole('dialog').getByRole('button', { name: 'Move to the trash' }).click()
  await expect(window.getByRole('alert')).toContainText('Nothing was deleted.')
  await window.keyboard.press('Escape')
  await expect(card(window, 'Mill Lane')).toBeVisible()
  expect(await readdir(folder)).toEqual(['Mill Lane.ground'])
})

test('a board that a window has open comes to the front instead of opening twice, and is not thrown away', async () => {
  const { app, window } = await launchWith([{ title: 'Mill Lane' }, { title: 'Hill Street' }])
  await card(window, 'Mill Lane').click()
  await expect(window.getByRole('textbox', { name: 'Name of the board' })).toHaveValue('Mill Lane')
  const opened = app.waitForEvent('window')
  await app.evaluate(
    ({ app }, path) => app.emit('second-instance', {}, ['app', path], '/'),
    at('Hill Street'),
  )
  const second = await opened
  await expect(second.getByRole('textbox', { name: 'Name of the board' })).toHaveValue('Hill Street')
  await second.getByRole('button', { name: 'Home' }).click()
  await expect(card(second, 'Mill Lane')).toContainText('Open in another window')

  const front = await app.evaluateHandle(({ BrowserWindow }) => {
    const said: number[] = []
    for (const each of BrowserWindow.getAllWindows()) {
      each.focus = () => said.push(each.id)
    }
    return said
  })
  await card(second, 'Mill Lane').click()
  await expect(second.getByText('This board is open in another window.')).toBeVisible()
  const first = await app.evaluate(({ BrowserWindow }) =>
    Math.min(...BrowserWindow.getAllWindows().map(({ id }) => id)),
  )
  expect(await front.jsonValue()).toEqual([first])
  await expect(window.getByRole('textbox', { name: 'Name of the board' })).toHaveValue('Mill Lane')

  await choose(second, 'Mill Lane', 'Move to the trash…')
  await second.getByRole('dialog').getByRole('button', { name: 'Move to the trash' }).click()
  await expect(second.getByRole('alert')).toContainText('open in another window')
  expect(existsSync(at('Mill Lane'))).toBe(true)
})

test('a renamed board changes its name in the window that works on it', async () => {
  const { app, window } = await launchWith([{ title: 'Mill Lane' }, { title: 'Hill Street' }])
  await card(window, 'Mill Lane').click()
  const title = window.getByRole('textbox', { name: 'Name of the board' })
  await expect(title).toHaveValue('Mill Lane')
  const opened = app.waitForEvent('window')
  await app.evaluate(
    ({ app }, path) => app.emit('second-instance', {}, ['app', path], '/'),
    at('Hill Street'),
  )
  const second = await opened
  await second.getByRole('button', { name: 'Home' }).click()
  await choose(second, 'Mill Lane', 'Rename…')
  await second.getByLabel('Name of the board').fill('A quieter Mill Lane')
  await second.getByRole('button', { name: 'Rename' }).click()
  await expect(title).toHaveValue('A quieter Mill Lane')
  await expect(card(second, 'A quieter Mill Lane')).toBeVisible()
})

test('a search finds words inside boards and shows them where they stand', async () => {
  const { window } = await launchWith([
    { title: 'Mill Lane', cards: ['The bench by the surgery is gone'] },
    { title: 'Hill Street', story: 'أُزيلَ المَقْعَدُ أمام العيادة' },
    { title: 'Castle Ward' },
  ])
  const search = window.getByRole('searchbox', { name: 'Search all boards' })
  await search.fill('bench')
  await expect(window.locator('mark')).toHaveText('bench')
  await expect(card(window, 'Mill Lane')).toContainText('On a card')
  await expect(card(window, 'Hill Street')).toHaveCount(0)
  await search.fill('ازيل المقعد')
  await expect(window.locator('mark')).toHaveText('أُزيلَ')
  await expect(card(window, 'Hill Street')).toBeVisible()
  await search.fill('castle')
  await expect(card(window, 'Castle Ward')).toBeVisible()
  await expect(window.locator('mark')).toHaveCount(0)
  await search.fill('zebra')
  await expect(window.getByText('No board says “zebra”.')).toBeVisible()
  await search.press('Escape')
  await expect(window.locator('.board-card')).toHaveCount(3)
})

test('no words of a search or of a board are left on the disk by it', async () => {
  const { window } = await launchWith([{ title: 'Mill Lane', cards: ['an unmistakable turnip'] }])
  await window.getByRole('searchbox').fill('unmistakable')
  await expect(window.locator('mark')).toHaveText('unmistakable')
  await running?.close()
  running = undefined
  for (const entry of await readdir(userData, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.endsWith('.ground')) continue
    const bytes = await readFile(join(entry.parentPath, entry.name))
    expect(bytes.includes('unmistakable'), entry.name).toBe(false)
  }
})

test('a damaged library hides no board, and stays beside the new one', async () => {
  const first = await launchWith([
    { title: 'Mill Lane', place: 'Ashby', host: 'Samah', thumbnail: ONE_PIXEL },
    { title: 'Hill Street', host: 'Samah' },
  ])
  await expect(card(first.window, 'Mill Lane').locator('img')).toBeVisible()
  await first.close()
  const library = join(userData, 'library.json')
  const before = await readFile(library)
  await writeFile(library, before.subarray(0, 30))
  await rm(join(userData, 'thumbnails'), { recursive: true })
  running = await launchApp({ userData })
  const { window } = running
  await expect(card(window, 'Mill Lane')).toContainText('Ashby')
  await expect(card(window, 'Mill Lane')).toContainText('Hosted by Samah')
  await expect(card(window, 'Mill Lane').locator('img')).toBeVisible()
  await expect(card(window, 'Hill Street')).toBeVisible()
  expect((await readdir(userData)).some((name) => name.startsWith('library.json.damaged-'))).toBe(true)
})

test('a board that is put into the folder by hand appears when one comes back to the window', async () => {
  const { window } = await launchWith([{ title: 'Mill Lane' }])
  shelveBoard(join(folder, 'from a stick.ground'), { title: 'Hill Street', place: 'Ashby' })
  await writeFile(join(folder, 'notes.ground'), 'not a board')
  await shelveSealed(join(folder, 'Ours.ground'), { title: 'Hidden' }, 'ab cd')
  await comeBack(window)
  await expect(card(window, 'Hill Street')).toContainText('Ashby')
  await expect(card(window, 'notes')).toContainText('Cannot be read')
  await expect(card(window, 'Ours')).toContainText('Locked with a passphrase')
})

test('a locked board is copied without its passphrase, and renamed with it in one dialog', async () => {
  await shelveSealed(at('Ours'), { title: 'Hidden' }, 'ab cd')
  const { window } = await launchWith([])
  await expect(card(window, 'Ours')).toContainText('Locked with a passphrase')
  await choose(window, 'Ours', 'Duplicate')
  await expect(card(window, 'Copy of Ours')).toContainText('Locked with a passphrase')
  await choose(window, 'Ours', 'Rename…')
  const dialog = window.getByRole('dialog', { name: 'Rename the board' })
  await dialog.getByLabel('Name of the board').fill('Mill Lane')
  await window.keyboard.press('Enter')
  await expect(dialog).toContainText('Write the passphrase that the board has now.')
  await dialog.getByLabel('Passphrase', { exact: true }).fill('xy')
  await window.keyboard.press('Enter')
  await expect(dialog).toContainText('That is not its passphrase.')
  expect(await accessibilityTroubles(window), 'renaming').toEqual([])
  await dialog.getByLabel('Passphrase', { exact: true }).fill('ab cd')
  await window.keyboard.press('Enter')
  await expect(card(window, 'Mill Lane')).toContainText('Locked with a passphrase')
  await card(window, 'Mill Lane').click()
  await window.getByLabel('Passphrase', { exact: true }).fill('ab cd')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('textbox', { name: 'Name of the board' })).toHaveValue('Mill Lane')
})

test('a damaged copy is told of under its board, and goes from there to the trash', async () => {
  const share = join(userData, 'share')
  const copy = 'Mill Lane (damaged 2026-11-23).ground'
  await writeFile(join(folder, copy), 'not a board')
  const { window } = await launchWith([{ title: 'Mill Lane' }], {
    XDG_DATA_HOME: share,
    XDG_CURRENT_DESKTOP: 'GNOME',
  })
  await expect(card(window, 'Mill Lane')).toHaveCount(1)
  await expect(card(window, 'Mill Lane')).toContainText(/A damaged copy from .+ is kept/)
  await choose(window, 'Mill Lane', 'The damaged copy…')
  const dialog = window.getByRole('dialog', { name: 'The damaged copy' })
  await expect(dialog).toContainText(copy)
  expect(await accessibilityTroubles(window), 'the damaged copy').toEqual([])
  await dialog.getByRole('button', { name: 'Move to the trash' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(card(window, 'Mill Lane')).not.toContainText('damaged')
  expect(await readdir(join(share, 'Trash', 'files'))).toEqual([copy])
  expect(await readdir(folder)).toEqual(['Mill Lane.ground'])
})

test('many boards are a page at first and all of them when asked', async () => {
  const { window } = await launchWith(
    Array.from({ length: 26 }, (_, n) => ({ title: `Board number ${n}.` })).slice(0, 1),
  )
  for (let n = 1; n < 26; n += 1) shelveBoard(at(`Board number ${n}`), { title: `Board number ${n}` })
  await comeBack(window)
  await window.getByRole('button', { name: 'Show all 26 boards' }).click()
  await expect(window.locator('.board-card')).toHaveCount(26)
})

test('a board begins with a template, in the language of the interface', async () => {
  running = await launchApp({ userData })
  const { window } = running
  await window.getByRole('button', { name: 'New board' }).click()
  await window.getByLabel('What is the workshop about?').fill('Ours')
  await window.getByRole('radio', { name: /^Listening to stories/ }).check()
  await window.getByRole('button', { name: 'Make the board' }).click()
  await expect(window.getByRole('textbox', { name: 'Name of the board' })).toHaveValue('Ours')
  await window.getByRole('tab', { name: 'Outline' }).click()
  await expect(
    window.getByRole('treeitem', { name: /^First agree how each story will be kept/ }),
  ).toBeVisible()
  await window.getByRole('button', { name: 'Home' }).click()
  await expect(window.getByRole('heading', { name: 'Your boards' })).toBeVisible()
  await window.getByRole('button', { name: 'Settings' }).click()
  await window.getByRole('radio', { name: 'العربية' }).check()
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'لوحة جديدة' }).click()
  await window.getByLabel('عمّ تدور الورشة؟').fill('لوحتنا')
  await window.getByRole('radio', { name: /^الاستماع إلى القصص/ }).check()
  await window.getByRole('button', { name: 'إنشاء اللوحة' }).click()
  await window.getByRole('tab', { name: 'القائمة' }).click()
  await expect(window.getByRole('treeitem', { name: /^نتفق أولًا كيف نحفظ كل قصة/ })).toBeVisible()
})

test('the shelf, its menu, its dialogs and its search break no rule of accessibility, in either language', async () => {
  const { window } = await launchWith([{ title: 'Mill Lane', place: 'Ashby', cards: ['The bench'] }])
  await writeFile(join(folder, 'notes.ground'), 'not a board')
  await comeBack(window)
  await expect(card(window, 'notes')).toContainText('Cannot be read')
  await rm(at('Mill Lane'))
  shelveBoard(at('Hill Street'), { title: 'Hill Street', cards: ['The bench'], host: 'Samah' })
  await comeBack(window)
  await expect(window.getByText('No longer where it was')).toBeVisible()
  for (const language of ['English', 'العربية'] as const) {
    await window.locator('.home-settings button').click()
    await window.getByRole('radio', { name: language }).check()
    await window.keyboard.press('Escape')
    const menu = window.locator('.board-more').last()
    await menu.click()
    expect(await accessibilityTroubles(window), `menu in ${language}`).toEqual([])
    await window.getByRole('menuitem').first().click()
    await window.getByRole('dialog').getByRole('textbox').fill('')
    await window.keyboard.press('Enter')
    expect(await accessibilityTroubles(window), `rename in ${language}`).toEqual([])
    await window.keyboard.press('Escape')
    await menu.click()
    await window.getByRole('menuitem').last().click()
    expect(await accessibilityTroubles(window), `trash in ${language}`).toEqual([])
    await window.keyboard.press('Escape')
    await window.getByRole('searchbox').fill('bench')
    await expect(window.locator('mark')).toBeVisible()
    expect(await accessibilityTroubles(window), `search in ${language}`).toEqual([])
    await window.getByRole('searchbox').fill('')
    await expect(window.locator('.board-card')).toHaveCount(3)
  }
})
