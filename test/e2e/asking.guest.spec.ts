import type { Page } from '@playwright/test'
import { expect, joinRoom, test } from '../support/guestRoom'

const wall = (page: Page) => page.getByRole('application', { name: 'The wall' })
const words = (page: Page) => page.getByRole('textbox', { name: 'Words of the card' })

async function writeCard(page: Page, text: string) {
  await wall(page).focus()
  await page.keyboard.type(text)
  await page.keyboard.press('Escape')
  await expect(words(page)).toHaveCount(0)
}

/** How many cards are on the wall, as the outline lists them. */
const listed = (page: Page) => page.getByRole('treeitem').filter({ hasText: 'Bench' })

test('the menu of a card opens by right click and by key, and gives the focus back', async ({
  browser,
  emptyRoom,
}) => {
  const page = await joinRoom(browser, emptyRoom)
  await page.getByRole('tab', { name: 'Outline' }).click()
  await writeCard(page, 'Bench')
  await page.keyboard.press('Shift+F10')
  const menu = page.getByRole('menu', { name: 'What to do with the selected cards' })
  await expect(menu.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)
  await expect(wall(page)).toBeFocused()
  await page.keyboard.press('Shift+F10')
  await menu.getByRole('menuitem', { name: 'Duplicate' }).press('Enter')
  await expect(listed(page)).toHaveCount(2)
  await page.keyboard.press('Shift+F10')
  await menu.getByRole('menuitem', { name: 'Write in the card' }).click()
  await expect(words(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await wall(page).click({ button: 'right', position: { x: 20, y: 20 } })
  await page.getByRole('menu', { name: 'Wall' }).getByRole('menuitem', { name: 'Undo' }).click()
  await expect(listed(page)).toHaveCount(1)
})

test('the palette does what is asked for by a word, and remembers it', async ({ browser, emptyRoom }) => {
  const page = await joinRoom(browser, emptyRoom)
  await page.getByRole('tab', { name: 'Outline' }).click()
  await writeCard(page, 'Bench')
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'What do you want to do?' })
  await field.fill('dupl')
  await expect(page.getByRole('option').first()).toHaveText(/Duplicate/)
  await page.keyboard.press('Enter')
  await expect(field).toHaveCount(0)
  await expect(listed(page)).toHaveCount(2)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('option').first()).toHaveText(/Duplicate/)
  await page.keyboard.press('Escape')
  await expect(wall(page)).toBeFocused()
  // Even in the middle of writing: the words stay.
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+k')
  await field.fill('settings')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('group', { name: 'Language' })).toBeVisible()
})

test('the page of keys lists every command with keys, and closes', async ({ browser, emptyRoom }) => {
  const page = await joinRoom(browser, emptyRoom)
  await wall(page).focus()
  await page.keyboard.press('F1')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await expect(sheet.getByText('Duplicate')).toBeVisible()
  await expect(sheet.getByText('Ctrl').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
})

test('words are found on the wall while they are typed, and Escape stays at what was found', async ({
  browser,
  emptyRoom,
}) => {
  const page = await joinRoom(browser, emptyRoom)
  await page.getByRole('tab', { name: 'Outline' }).click()
  await writeCard(page, 'Bench by the café')
  await page.keyboard.press('Escape')
  await writeCard(page, 'Bus stop')
  await page.keyboard.press('Escape')
  await writeCard(page, 'Another cafe')
  await page.keyboard.press('Control+f')
  const bar = page.getByRole('search').filter({ has: page.getByRole('button', { name: 'Next' }) })
  await bar.getByRole('textbox').fill('CAFE')
  await expect(bar.getByText(/of 2/).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Shift+Enter')
  await bar.getByRole('textbox').fill('bench')
  await expect(bar.getByText('1 of 1').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
  await expect(wall(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(words(page)).toHaveText('Bench by the café')
})

test('stations are kept, named and gone through with the keys of a clicker', async ({
  browser,
  emptyRoom,
}) => {
  const page = await joinRoom(browser, emptyRoom)
  const bar = page.getByRole('navigation', { name: 'Stations' })
  const name = page.getByRole('textbox', { name: 'Name of the station' })
  await bar.getByRole('button', { name: 'Stations' }).click()
  for (const each of ['The door', 'The desk']) {
    await page.getByRole('button', { name: 'Keep this view as a station' }).click()
    await name.fill(each)
    await page.keyboard.press('Enter')
    await expect(name).toHaveCount(0)
  }
  await page.keyboard.press('Escape')
  await wall(page).focus()
  await page.keyboard.press('PageUp')
  await expect(bar.getByRole('button', { name: /The door/ })).toBeVisible()
  await page.keyboard.press('PageDown')
  await expect(bar.getByRole('button', { name: /The desk/ })).toBeVisible()
  await bar.getByRole('button', { name: /The desk/ }).click()
  await page
    .getByRole('listitem')
    .filter({ hasText: 'The desk' })
    .getByRole('button')
    .first()
    .press('Alt+ArrowUp')
  await expect(page.getByRole('region', { name: 'Stations' }).getByRole('listitem')).toHaveText([
    /The desk/,
    /The door/,
  ])
})
