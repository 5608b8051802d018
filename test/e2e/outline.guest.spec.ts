import type { Page } from '@playwright/test'
import { expect, joinRoom, test } from '../support/guestRoom'
import { pressWith } from '../support/moments'
import { clickWall, writeAt } from '../support/wall'

const row = (page: Page, words: string) => page.getByRole('treeitem').filter({ hasText: words })

async function addFirst(page: Page, words: string) {
  await page.getByRole('tab', { name: 'Outline' }).click()
  await page.getByRole('tabpanel').getByRole('button', { name: 'Add a card' }).click()
  await page.getByRole('textbox', { name: 'Words of the card' }).fill(words)
  await page.keyboard.press('Enter')
  await expect(row(page, words)).toBeFocused()
}

async function add(page: Page, words: string) {
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Words of the card' }).fill(words)
  await page.keyboard.press('Enter')
  await expect(row(page, words)).toBeFocused()
}

const cards = (page: Page) => page.locator('[role="treeitem"][aria-level="3"]')

test('cards are written, ordered and deleted with the keyboard alone', async ({ browser, emptyRoom }) => {
  const page = await joinRoom(browser, emptyRoom)
  await addFirst(page, 'The bench has no shade')
  await add(page, 'The bus comes twice an hour')
  await add(page, 'Nobody says hello at the desk')
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(cards(page)).toHaveText([
    'Nobody says hello at the desk',
    'The bench has no shade',
    'The bus comes twice an hour',
  ])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Words of the card' }).fill('The bench stands in the sun')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Delete')
  await expect(cards(page)).toHaveText(['Nobody says hello at the desk', 'The bench stands in the sun'])
  await page.keyboard.press('Control+z')
  await expect(cards(page)).toHaveCount(3)
})

test('what is asked of the outline is done to the card that is chosen on the wall', async ({
  browser,
  emptyRoom,
}) => {
  const page = await joinRoom(browser, emptyRoom)
  await page.getByRole('tab', { name: 'Outline' }).click()
  await writeAt(page, [-200, 0], 'Stays')
  await writeAt(page, [200, 0], 'Goes')
  await clickWall(page, [-200, 0])
  await clickWall(page, [0, 250])
  await pressWith(page, '[role="treeitem"][aria-selected="true"]', { code: 'Delete', key: 'Delete' })
  await clickWall(page, [200, 0])
  await expect(cards(page)).toHaveText(['Stays'])
})

test('escape leaves the words as they were', async ({ browser, emptyRoom }) => {
  const page = await joinRoom(browser, emptyRoom)
  await addFirst(page, 'Kept')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Words of the card' }).fill('Not kept')
  await page.keyboard.press('Escape')
  await expect(cards(page)).toHaveText(['Kept'])
  await expect(row(page, 'Kept')).toBeFocused()
})

test('a card moves to another theme by the menu, and everyone sees it', async ({ browser, room }) => {
  const page = await joinRoom(browser, room)
  const other = await joinRoom(browser, room, { name: 'Farid', side: 'resident' })
  await page.getByRole('tab', { name: 'Outline' }).click()
  await other.getByRole('tab', { name: 'Outline' }).click()
  const groups = page.locator('[role="treeitem"][aria-level="2"]')
  const second = (await groups.nth(1).locator('.outline-words').textContent()) ?? ''
  const moved = (await cards(page).first().locator('.outline-words').textContent()) ?? ''
  await cards(page).first().click()
  await page.keyboard.press('m')
  await page.getByRole('menuitemradio', { name: second }).click()
  await expect(row(page, moved)).toBeFocused()
  // The last card of the second theme, in both windows.
  for (const window of [page, other]) {
    const rows = window.getByRole('treeitem')
    const after = row(window, moved).locator('xpath=following-sibling::*[1]')
    await expect(rows.filter({ hasText: moved })).toHaveCount(1)
    await expect(after).toHaveAttribute('aria-level', '2')
  }
})

test('a row that was chosen already does not take the keyboard from the wall later', async ({
  browser,
  room,
}) => {
  const page = await joinRoom(browser, room)
  await page.getByRole('tab', { name: 'Outline' }).click()
  const theme = page.locator('[role="treeitem"][aria-level="2"]').first()
  await theme.click()
  await expect(page.locator('.selection-bar')).toBeVisible()
  await theme.click()
  await page.locator('.selection-bar').getByRole('button', { name: 'How might we' }).click()
  await expect(page.locator('.wall-editor')).toBeFocused()
  await page.keyboard.type('keep what one types together')
  await expect(row(page, 'keep what one types together')).toBeVisible()
})

test('what one writes appears in the other window', async ({ browser, emptyRoom }) => {
  const first = await joinRoom(browser, emptyRoom, { name: 'Amina' })
  const second = await joinRoom(browser, emptyRoom, { name: 'Farid', side: 'resident' })
  await second.getByRole('tab', { name: 'Outline' }).click()
  await addFirst(first, 'A door that opens by itself')
  await expect(cards(second)).toHaveText(['A door that opens by itself'])
})

test('tabs of the panel are walked with the arrow keys', async ({ browser, emptyRoom }) => {
  const page = await joinRoom(browser, emptyRoom)
  await page.getByRole('tab', { name: 'Outline' }).click()
  await page.keyboard.press('End')
  await expect(page.getByRole('tab', { name: 'People' })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('tab', { name: 'Details', selected: true })).toBeFocused()
})
