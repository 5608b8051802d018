import type { Page } from '@playwright/test'
import { expect, joinRoom, test } from '../support/guestRoom'

/** Pastes what another program would have put on the clipboard. */
async function pasteFrom(page: Page, text: string, html = ''): Promise<void> {
  await page.locator('.wall').focus()
  await page.evaluate(
    ([plain, rich]) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', plain)
      if (rich !== '') clipboardData.setData('text/html', rich)
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(event)
    },
    [text, html] as const,
  )
}

/** The cards in the outline of a guest, which has to be open. */
const cardsOf = (page: Page) => page.locator('.outline-card .outline-words')

const showOutline = (page: Page) => page.getByRole('tab', { name: 'Outline' }).click()

test('lines and cells from other programs become cards, for everybody, and one step takes them back', async ({
  browser,
  emptyRoom,
}) => {
  const amal = await joinRoom(browser, emptyRoom, { name: 'Amal' })
  const sam = await joinRoom(browser, emptyRoom, { name: 'Sam' })
  await showOutline(sam)
  await pasteFrom(amal, '- The ramp is steep\n- الباب مغلق\n')
  await expect(cardsOf(sam)).toContainText(['The ramp is steep', 'الباب مغلق'])
  await pasteFrom(amal, 'Who\tWhat\nAmina\tthe bell\n')
  await expect(cardsOf(sam)).toHaveCount(6)
  await amal.locator('.wall').press('Control+z')
  await expect(cardsOf(sam)).toHaveCount(2)
})

test('an address becomes a link that opens outside, and long texts are asked about', async ({
  browser,
  emptyRoom,
}) => {
  const amal = await joinRoom(browser, emptyRoom, { name: 'Amal' })
  await showOutline(amal)
  await pasteFrom(amal, 'https://fernley.example/plan')
  await expect(amal.locator('.outline-kind', { hasText: 'Link' })).toHaveCount(1)
  await pasteFrom(amal, Array.from({ length: 120 }, (_, at) => `thought ${at}`).join('\n'))
  const question = amal.getByRole('dialog', { name: 'Make 120 cards?' })
  await question.getByRole('button', { name: 'One card with everything' }).click()
  await expect(cardsOf(amal)).toHaveCount(2)
})

test('cards are copied with the keys and come in again from the real clipboard', async ({
  browser,
  emptyRoom,
}) => {
  const amal = await joinRoom(browser, emptyRoom, { name: 'Amal' })
  await showOutline(amal)
  await pasteFrom(amal, 'The ramp is steep')
  await amal.locator('.wall').press('Control+c')
  await amal.locator('.wall').press('Control+v')
  await expect(cardsOf(amal)).toHaveCount(2)
  await amal.locator('.wall').press('Control+x')
  await expect(cardsOf(amal)).toHaveCount(1)
  await amal.locator('.wall').press('Control+v')
  await expect(cardsOf(amal)).toContainText(['The ramp is steep', 'The ramp is steep'])
})
