import type { Page } from '@playwright/test'
import { accessibilityTroubles } from '../support/accessibility'
import { wallOf } from '../support/wall'
import { expect, openTab, test } from '../support/workshop'

async function command(window: Page, name: string): Promise<void> {
  await wallOf(window).focus()
  await window.keyboard.press('Control+k')
  await window.getByRole('combobox').fill(name)
  await window.keyboard.press('Enter')
}

/** Another guest in a browser tab of their own, by the code that the first one's facilitator shows. */
async function secondGuest(guest: Page, window: Page): Promise<Page> {
  await window.locator('.top-bar-room').click()
  const code = await window.getByRole('dialog').getByRole('definition').nth(1).textContent()
  await window.keyboard.press('Escape')
  const browser = guest.context().browser()
  if (!browser) throw new Error('no browser')
  const page = await browser.newPage({ locale: 'ar', viewport: { width: 390, height: 844 } })
  await page.goto(guest.url())
  const [codeField, name] = [
    page.locator('.join-form input').first(),
    page.locator('input[autocomplete="name"]'),
  ]
  await codeField.fill(code ?? '')
  await name.fill('Omar')
  await page.locator('.join-form [type="submit"]').click()
  await expect(page.locator('.board')).toBeVisible()
  return page
}

test('a room goes from alone to pairs, fours and all; each four’s idea is on the wall at the end', async ({
  workshop: { app, window, guest },
}) => {
  const omar = await secondGuest(guest, window)
  await command(window, '1-2-4-All')
  const dialog = window.getByRole('dialog', { name: '1-2-4-All' })
  await dialog.getByLabel('Question').fill('What would make the lane safer?')
  await dialog.getByRole('button', { name: 'Alone, minutes: one more' }).click()
  await dialog.getByRole('button', { name: 'Begin' }).click()
  const lead = window.getByRole('complementary', { name: 'What would make the lane safer?' })
  const round = guest.getByRole('complementary', { name: 'What would make the lane safer?' })
  await expect(round.getByText('Think about it for yourself.')).toBeVisible()
  await expect(window.getByRole('button', { name: /^Time left: 1:/ })).toBeVisible()
  await lead.getByRole('button', { name: 'Next: In pairs' }).click()
  await expect(round.getByRole('region', { name: 'You talk with' })).toContainText('Omar')
  await expect(omar.getByRole('complementary').getByText('Nadia')).toBeVisible()
  await expect(round.getByRole('textbox')).toHaveCount(0)
  const [projector] = await Promise.all([
    app.waitForEvent('window'),
    window.getByRole('button', { name: 'Present' }).click(),
  ])
  await expect(projector.getByText('In pairs: Tell each other')).toBeVisible()

  await lead.getByRole('button', { name: 'Next: In fours' }).click()
  await round.getByLabel('The one idea of your four').fill('A lamp by the gate')
  await expect(omar.getByLabel('الفكرة الواحدة لرباعيتكم')).toHaveValue('A lamp by the gate')
  await expect(lead.getByText('A lamp by the gate')).toHaveCount(0)
  expect(await accessibilityTroubles(guest)).toEqual([])
  expect(await accessibilityTroubles(window)).toEqual([])
  await guest.reload()
  await guest.getByRole('button', { name: 'Come back in' }).click()
  await expect(round.getByLabel('The one idea of your four')).toHaveValue('A lamp by the gate')

  await lead.getByRole('button', { name: 'Next: All together' }).click()
  await expect(round.getByText('Each four tells its idea')).toBeVisible()
  await lead.getByRole('button', { name: 'Put the ideas on the wall' }).click()
  await expect(round).toHaveCount(0)
  await openTab(guest, 'Outline')
  await expect(guest.getByRole('treeitem', { name: 'A lamp by the gate' })).toBeVisible()
})
