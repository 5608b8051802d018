import type { Page } from '@playwright/test'
import { accessibilityTroubles } from '../support/accessibility'
import { expect, openTab, type RunningWorkshop, test } from '../support/workshop'

const QUESTION = 'What would make Mill Lane safer on the way to school?'
const sheet = (page: Page) => page.getByRole('region', { name: 'Silent writing' })
const late = (page: Page) => page.getByRole('region', { name: 'Your cards that are not on the wall' })
const field = (page: Page) => sheet(page).getByLabel('Your card', { exact: true })
const mine = (page: Page) => sheet(page).getByRole('listitem')
const outline = (page: Page) => page.getByRole('treeitem')

async function write(page: Page, ...cards: string[]): Promise<void> {
  for (const card of cards) {
    await field(page).fill(card)
    await field(page).press('Enter')
    await expect(mine(page).filter({ hasText: card })).toBeVisible()
  }
}

async function begin({ window }: RunningWorkshop, question = QUESTION): Promise<void> {
  await window.getByRole('button', { name: 'Rounds', exact: true }).click()
  await window.getByRole('button', { name: 'Write in silence…' }).click()
  await window.getByLabel('The question').fill(question)
  await window.getByRole('button', { name: 'Begin writing' }).click()
  await expect(sheet(window)).toBeVisible()
}

test('everybody writes by themselves, on a laptop and a phone, and all cards come on the wall at once', async ({
  workshop,
}) => {
  const { app, window, guest, joinByPhone } = workshop
  const phone = await joinByPhone('Tariq')
  const opened = app.waitForEvent('window')
  await window.getByRole('button', { name: 'Present', exact: true }).click()
  const projector = await opened
  await begin(workshop)
  for (const page of [guest, phone]) {
    await expect(sheet(page).getByRole('heading', { name: QUESTION })).toBeVisible()
    await expect(sheet(page)).toContainText('Nobody sees these until the reveal.')
    await expect(field(page)).toBeFocused()
    expect(await accessibilityTroubles(page)).toEqual([])
  }
  await write(guest, 'A crossing by the school', 'Slower cars')
  await write(phone, 'Lamps at the underpass', 'A bench to rest on')
  await expect(sheet(window)).toContainText('4 cards from 2 people.')
  await expect(projector.getByRole('heading', { name: QUESTION })).toBeVisible()
  await expect(projector.getByText('4 cards from 2 people.')).toBeVisible()
  for (const page of [window, guest, projector]) await expect(page.getByText('underpass')).toHaveCount(0)

  // Changed, taken away and put back, by keys alone.
  await mine(guest).first().getByRole('button', { name: 'Change card 1' }).press('Enter')
  await guest.getByLabel('Change card 1').fill('A zebra crossing by the school')
  await guest.getByLabel('Change card 1').press('Enter')
  await expect(mine(guest).first().getByRole('button', { name: 'Change card 1' })).toBeFocused()
  await mine(phone).last().getByRole('button', { name: 'Remove card 2' }).click()
  const putBack = phone.getByRole('button', { name: 'Put it back' })
  // The notice stays for whoever points at it.
  await putBack.hover()
  await expect(sheet(window)).toContainText('3 cards from 2 people.')
  await putBack.click()
  await expect(sheet(window)).toContainText('4 cards from 2 people.')

  // A reload on the phone loses nothing, not even what is half written.
  await field(phone).fill('A bench by')
  await phone.reload()
  await phone.getByRole('button', { name: 'Come back in' }).click()
  await expect(mine(phone)).toHaveCount(2)
  await expect(field(phone)).toHaveValue('A bench by')
  await field(phone).fill('')
  await phone.getByRole('button', { name: 'I have finished' }).click()
  await expect(sheet(window)).toContainText('1 has finished.')
  // The wall can be looked at meanwhile.
  await phone.getByRole('button', { name: 'Wall', exact: true }).click()
  await expect(sheet(phone)).toHaveCount(0)
  await phone.getByRole('button', { name: 'Write', exact: true }).click()
  await expect(mine(phone)).toHaveCount(2)
  await sheet(guest).getByRole('button', { name: 'See the wall' }).click()
  await guest.getByRole('button', { name: 'Go on writing' }).click()

  // What is being written in the moment of the reveal is its author's.
  await field(guest).fill('Half a thou')
  await sheet(window).getByRole('button', { name: 'Reveal all cards' }).click()
  await expect(window.getByText('4 cards have come on the wall.')).toBeVisible()
  await openTab(window, 'Outline')
  for (const text of [
    'A zebra crossing by the school',
    'Slower cars',
    'Lamps at the underpass',
    'A bench to rest on',
  ])
    await expect(outline(window).filter({ hasText: text })).toBeVisible()
  for (const page of [window, phone]) await expect(sheet(page)).toHaveCount(0)
  await expect(late(guest)).toContainText('Half a thou')
  await late(guest).getByRole('button', { name: 'Put it on the wall' }).click()
  await expect(outline(window).filter({ hasText: 'Half a thou' })).toBeVisible()
  await expect(late(guest)).toHaveCount(0)
})

test('the longest question leaves room on the big screen for all that stands there', async ({ workshop }) => {
  const { app, window } = workshop
  const opened = app.waitForEvent('window')
  await window.getByRole('button', { name: 'Present', exact: true }).click()
  const projector = await opened
  await begin(workshop, 'What would make it safer to walk along the lane? '.repeat(7).slice(0, 300))
  const shown = projector.getByRole('main', { name: 'Silent writing' })
  for (const size of [
    { width: 1920, height: 1080 },
    { width: 1024, height: 768 },
  ]) {
    await projector.setViewportSize(size)
    const isWhole = () => shown.evaluate((main) => main.scrollHeight <= main.clientHeight)
    await expect.poll(isWhole, `${size.width} wide`).toBe(true)
  }
})

test('a cancelled round puts nothing on the wall, and everybody decides what becomes of their own cards', async ({
  workshop,
}) => {
  const { window, guest, joinByPhone } = workshop
  const phone = await joinByPhone('Tariq')
  await begin(workshop)
  await write(guest, 'A crossing by the school')
  await write(phone, 'Lamps at the underpass')
  await expect(sheet(window)).toContainText('2 cards from 2 people.')
  await sheet(window).getByRole('button', { name: 'Stop without a result…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Stop without a result?' })
  expect(await accessibilityTroubles(window)).toEqual([])
  await dialog.getByRole('button', { name: 'Stop it' }).click()
  await expect(late(phone)).toContainText('Lamps at the underpass')
  expect(await accessibilityTroubles(phone)).toEqual([])
  await guest.reload()
  await guest.getByRole('button', { name: 'Come back in' }).click()
  await expect(late(guest)).toContainText('A crossing by the school')
  await late(guest).getByRole('button', { name: 'Remove for good' }).click()
  await expect(late(guest)).toHaveCount(0)
  await late(phone).getByRole('button', { name: 'Put it on the wall' }).click()
  await openTab(window, 'Outline')
  await expect(outline(window).filter({ hasText: 'Lamps at the underpass' })).toBeVisible()
  await expect(outline(window).filter({ hasText: 'A crossing by the school' })).toHaveCount(0)
})

test('a round goes on when the app is started again, with everybody’s cards', async ({ workshop }) => {
  await begin(workshop)
  await write(workshop.window, 'Benches')
  await expect(sheet(workshop.window)).toContainText('1 card from 1 person.')
  const again = await workshop.reopen()
  await expect(mine(again)).toHaveText(['Benches'])
  await expect(sheet(again).getByRole('heading', { name: QUESTION })).toBeVisible()
  await sheet(again).getByRole('button', { name: 'Reveal all cards' }).click()
  await openTab(again, 'Outline')
  await expect(outline(again).filter({ hasText: 'Benches' })).toBeVisible()
})
