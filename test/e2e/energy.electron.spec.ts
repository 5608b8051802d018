import type { Page } from '@playwright/test'
import { accessibilityTroubles } from '../support/accessibility'
import { wallOf } from '../support/wall'
import { expect, test } from '../support/workshop'

/** Another guest in a browser tab of their own. */
async function anotherGuest(guest: Page, code: string, name: string): Promise<Page> {
  const browser = guest.context().browser()
  if (!browser) throw new Error('no browser')
  const page = await browser.newPage({ locale: 'en-GB', viewport: { width: 390, height: 844 } })
  await page.goto(guest.url())
  await page.getByLabel('Room code').fill(code)
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Join' }).click()
  await expect(page.locator('.board')).toBeVisible()
  return page
}

test('people say by a face how they feel, and only the counts are shown, once three have answered', async ({
  workshop: { window, guest },
}) => {
  await window.locator('.top-bar-room').click()
  const code = (await window.getByRole('dialog').getByRole('definition').nth(1).textContent()) ?? ''
  await window.keyboard.press('Escape')
  const others = [await anotherGuest(guest, code, 'Omar'), await anotherGuest(guest, code, 'Ewa')]
  await wallOf(window).focus()
  await window.keyboard.press('Control+k')
  await window.getByRole('combobox').fill('Ask how people feel')
  await window.keyboard.press('Enter')
  await window.getByRole('button', { name: 'Ask everybody' }).click()
  const lead = window.getByRole('complementary', { name: 'How do you feel just now?' })
  await guest.getByRole('radio', { name: 'Great' }).check()
  for (const page of others) await page.getByRole('radio', { name: 'So-so' }).check()
  await expect(lead.getByText('3 people have answered')).toBeVisible()
  await expect(lead.getByRole('radio')).toHaveCount(0)
  expect(await accessibilityTroubles(guest)).toEqual([])
  await lead.getByRole('button', { name: 'Show the counts' }).click()
  for (const page of [window, guest, ...others]) {
    const result = page.getByRole('complementary', { name: 'How people feel' })
    await expect(result.getByRole('row', { name: 'So-so' })).toContainText('2')
    await expect(result.getByRole('row', { name: 'Great' })).toContainText('1')
    const gap = await result.getByRole('row', { name: 'Drained' }).evaluate((row) => {
      const [name, bar] = ['.energy-face', '.energy-bar'].map((part) => row.querySelector(part))
      return (bar?.getBoundingClientRect().left ?? 0) - (name?.getBoundingClientRect().right ?? 0)
    })
    expect(gap).toBeGreaterThan(0)
  }
  expect(await accessibilityTroubles(window)).toEqual([])
})
