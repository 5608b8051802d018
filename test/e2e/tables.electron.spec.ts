import { accessibilityTroubles } from '../support/accessibility'
import { expect, openTab, test } from '../support/workshop'

const NAMES = [
  'Amina Yusuf',
  'Ben Carter',
  'Chipo Moyo',
  'Dilip Rao',
  'Ewa Nowak',
  'فاطمة علي',
  'George Okafor',
]

test('people are seated at tables, moved by keyboard, shown to everybody and still there after a restart', async ({
  workshop: { app, window, guest, reopen },
}) => {
  await openTab(window, 'People')
  await window.getByRole('button', { name: 'Seat people at tables…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Tables' })
  await expect(dialog.getByRole('button', { name: 'Nadia' })).toHaveAttribute('aria-pressed', 'true')
  await expect(dialog.getByRole('button', { name: 'Imran' })).toHaveAttribute('aria-pressed', 'false')
  await dialog.getByText('Add people who have no device').click()
  await dialog.getByLabel('Names').fill(NAMES.join('\n'))
  await dialog.getByRole('button', { name: 'Add them' }).click()
  await expect(dialog.getByText('8 people get a seat.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Make the tables' }).click()
  await expect(dialog.getByRole('region', { name: /^Table \d/ })).toHaveCount(2)
  await dialog.getByRole('button', { name: 'Tables: one more' }).click()
  await dialog.getByRole('button', { name: 'Mix again' }).click()
  const tables = dialog.getByRole('region', { name: /^Table \d/ })
  await expect(tables).toHaveCount(3)
  for (const name of [...NAMES, 'Nadia'])
    await expect(dialog.locator('.table-person', { hasText: name })).toHaveCount(1)

  const home = dialog.getByRole('region', { name: /^Table \d/ }).filter({ hasText: 'Nadia' })
  const goal = (await home.getByRole('heading').textContent())?.startsWith('Table 1') ? 'Table 2' : 'Table 1'
  await dialog.locator('.table-person', { hasText: 'Nadia' }).focus()
  await window.keyboard.press('Enter')
  const item = window.getByRole('menuitem', { name: goal })
  while (!(await item.evaluate((shown) => shown === document.activeElement)))
    await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await expect(dialog.getByRole('region', { name: goal })).toContainText('Nadia')
  expect(await accessibilityTroubles(window)).toEqual([])

  await expect(guest.getByText('You sit at')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Show to everybody' }).click()
  await expect(guest.getByText(`You sit at ${goal.toLowerCase()}`)).toBeVisible()
  await window.keyboard.press('Escape')
  const [projector] = await Promise.all([
    app.waitForEvent('window'),
    window.getByRole('button', { name: 'Present' }).click(),
  ])
  for (const name of NAMES) await expect(projector.getByText(name)).toBeVisible()
  expect(await accessibilityTroubles(guest)).toEqual([])
  await guest.getByRole('button', { name: 'Got it' }).click()
  await expect(guest.getByText('You sit at')).toHaveCount(0)

  const again = await reopen()
  await expect(again.getByText('Everybody sees the tables now.')).toBeVisible()
  await again.getByRole('button', { name: 'Stop showing' }).click()
  await expect(again.getByText('Everybody sees the tables now.')).toHaveCount(0)
  await openTab(again, 'People')
  await again.getByRole('button', { name: 'Seat people at tables…' }).click()
  await expect(again.getByRole('region', { name: goal })).toContainText('Nadia')
})

test('forty people with long names at their tables are all in sight on the big screen', async ({
  workshop: { app, window },
}) => {
  const first = ['Amina', 'Ben', 'فاطمة', 'George', 'Li']
  const last = ['Yusuf', 'Okafor-Wrightson', 'عبد الرحمن', 'Nowak', 'Carter', 'Featherstone', 'Moyo', 'Rao']
  const names = first.flatMap((one) => last.map((other) => `${one} ${other}`))
  await openTab(window, 'People')
  await window.getByRole('button', { name: 'Seat people at tables…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Tables' })
  await dialog.getByText('Add people who have no device').click()
  await dialog.getByLabel('Names').fill(names.join('\n'))
  await dialog.getByRole('button', { name: 'Add them' }).click()
  await dialog.getByRole('button', { name: 'Make the tables' }).click()
  await dialog.getByRole('button', { name: 'Show to everybody' }).click()
  await window.keyboard.press('Escape')
  const [projector] = await Promise.all([
    app.waitForEvent('window'),
    window.getByRole('button', { name: 'Present' }).click(),
  ])
  const screen = projector.getByRole('main', { name: 'Tables' })
  await expect(screen.getByRole('listitem')).toHaveCount(names.length + 1)
  const facts = () =>
    screen.evaluate((shown) => ({
      isCut: shown.scrollHeight > shown.clientHeight || shown.scrollWidth > shown.clientWidth,
      share: Number.parseFloat(getComputedStyle(shown).fontSize) / innerHeight,
    }))
  for (const size of [
    { width: 1920, height: 1080 },
    { width: 1280, height: 720 },
    { width: 1024, height: 768 },
  ]) {
    await projector.setViewportSize(size)
    await expect.poll(async () => (await facts()).isCut, `${size.width} wide`).toBe(false)
    expect((await facts()).share).toBeGreaterThanOrEqual(0.03)
  }
})

test('who is heard is shown by side to the facilitator only, and names nobody', async ({
  workshop: { window, guest },
}) => {
  await openTab(guest, 'Outline')
  for (const words of ['A bench by the stop', 'Lights on the lane', 'Slower cars']) {
    await guest.getByRole('button', { name: 'Add a card' }).click()
    await guest.getByRole('textbox', { name: 'Words of the card' }).fill(words)
    await guest.keyboard.press('Enter')
  }
  await openTab(window, 'People')
  const voices = window.getByRole('region', { name: 'Who is heard' })
  await expect(voices.getByRole('row', { name: 'Resident' })).toContainText('100%')
  await expect(voices.getByRole('row', { name: 'Facilitator' })).toContainText('0%')
  await expect(voices).not.toContainText('Nadia')
  // Forty names would put it out of sight.
  const [top, names] = await Promise.all([voices.boundingBox(), window.locator('.people-list').boundingBox()])
  expect(top?.y).toBeLessThan(names?.y ?? 0)
  expect(await accessibilityTroubles(window)).toEqual([])
  await openTab(guest, 'People')
  await expect(guest.getByText('Nadia').first()).toBeVisible()
  await expect(guest.getByText('Who is heard')).toHaveCount(0)
  await expect(guest.getByRole('button', { name: 'Seat people at tables…' })).toHaveCount(0)
})
