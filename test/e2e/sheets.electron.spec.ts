import type { Locator, Page } from '@playwright/test'
import { resizeWindow, wallOf, writeAt } from '../support/wall'
import { expect, openTab, type RunningWorkshop, test } from '../support/workshop'

const LAPTOP = { width: 1280, height: 720 }
const vote = (page: Page) => page.getByRole('complementary', { name: 'Vote' })
const writing = (page: Page) => page.getByRole('region', { name: 'Silent writing' })
const cardEditor = (page: Page) => page.getByRole('textbox', { name: 'Words of the card' })
const outlineTab = (page: Page) => page.getByRole('tab', { name: 'Outline' })

/** Something to vote on. */
async function writeCards({ window }: RunningWorkshop): Promise<void> {
  await writeAt(window, [0, 0], 'A bench by the stop')
  await writeAt(window, [0, 200], 'Lights on the lane')
}

async function beginVote({ window }: RunningWorkshop): Promise<void> {
  await wallOf(window).press('Control+k')
  await window.getByRole('combobox').fill('Vote with dots')
  await window.keyboard.press('Enter')
  await window.getByRole('button', { name: 'Begin the vote' }).click()
  await expect(vote(window)).toBeVisible()
}

async function beginWriting({ window }: RunningWorkshop): Promise<void> {
  await window.getByRole('button', { name: 'Rounds', exact: true }).click()
  await window.getByRole('button', { name: 'Write in silence…' }).click()
  await window.getByRole('button', { name: 'Begin writing' }).click()
  await expect(writing(window)).toBeVisible()
}

/** Nothing lies over the middle of it. */
const isOpenToTouch = (field: Locator) => field.click({ trial: true, timeout: 15_000 })

test('a sheet comes beside whoever writes in the panel, and waits for whoever writes on a phone', async ({
  workshop,
}) => {
  const { guest, joinByPhone } = workshop
  await writeCards(workshop)
  await resizeWindow(guest, LAPTOP)
  const phone = await joinByPhone('Tariq')
  await openTab(guest, 'Outline')
  await guest.getByRole('button', { name: 'Add a card' }).click()
  await cardEditor(guest).pressSequentially('Half a ')
  await phone.getByRole('button', { name: 'Write', exact: true }).click()
  const thought = phone.getByLabel('Your thought')
  await thought.pressSequentially('Half a ')
  await beginVote(workshop)

  await expect(vote(guest)).toBeVisible()
  await guest.keyboard.type('thought')
  await expect(cardEditor(guest)).toHaveValue('Half a thought')
  await isOpenToTouch(cardEditor(guest))

  const comes = phone.getByRole('button', { name: 'You have one dot left' })
  await expect(comes).toBeVisible()
  await expect(vote(phone)).toHaveCount(0)
  await phone.keyboard.type('thought')
  await expect(thought).toHaveValue('Half a thought')
  await isOpenToTouch(thought)
  await comes.click()
  await expect(vote(phone)).toBeVisible()
})

test('on a small laptop the panel makes place for a sheet, opens beside it when wanted, and comes back', async ({
  workshop,
}) => {
  const { window, guest } = workshop
  await writeCards(workshop)
  await resizeWindow(guest, LAPTOP)
  await openTab(guest, 'Outline')
  const wide = (await wallOf(guest).boundingBox())?.width ?? 0
  await beginVote(workshop)
  await expect(vote(guest)).toBeVisible()
  await expect(outlineTab(guest)).toBeHidden()
  expect((await wallOf(guest).boundingBox())?.width).toBe(wide)

  await guest.getByRole('button', { name: 'Show the panel' }).click()
  await isOpenToTouch(outlineTab(guest))
  await isOpenToTouch(vote(guest).getByRole('button', { name: 'See the wall' }))
  await guest.getByRole('button', { name: 'Hide the panel' }).click()
  await expect(outlineTab(guest)).toBeHidden()
  await guest.getByRole('button', { name: 'Show the panel' }).click()

  // Whoever goes through the panel by keys stays there.
  await window.getByRole('button', { name: 'Stop without a result…' }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Stop it' }).click()
  await expect(vote(guest)).toHaveCount(0)
  await outlineTab(guest).focus()
  await guest.keyboard.press('ArrowRight')
  await beginWriting(workshop)
  await expect(writing(guest)).toBeVisible()
  await expect(guest.getByRole('tab', { name: 'Stories' })).toBeVisible()

  await expect(outlineTab(window)).toBeHidden()
  await writing(window).getByRole('button', { name: 'See the wall' }).click()
  await expect(outlineTab(window)).toBeVisible()
})

test('silent writing leaves the caret to whoever writes, on the wall and on a phone', async ({
  workshop,
}) => {
  const { window, guest, joinByPhone } = workshop
  await resizeWindow(guest, LAPTOP)
  await guest.getByRole('button', { name: 'Hide the panel' }).click()
  const phone = await joinByPhone('Tariq')
  await phone.getByRole('button', { name: 'Write', exact: true }).click()
  const thought = phone.getByLabel('Your thought')
  await thought.pressSequentially('Half a ')
  const field = await thought.elementHandle()
  const wall = await wallOf(guest).boundingBox()
  // Where the sheet will stand.
  await guest.mouse.dblclick((wall?.x ?? 0) + (wall?.width ?? 0) - 140, 300)
  await expect(cardEditor(guest)).toBeFocused()
  await guest.keyboard.type('Half a ')
  await beginWriting(workshop)

  await expect(writing(guest)).toBeVisible()
  await expect(cardEditor(guest)).toBeFocused()
  await guest.keyboard.type('thought')
  await expect(cardEditor(guest)).toHaveText('Half a thought')
  await expect
    .poll(async () => {
      const [words, sheet] = [await cardEditor(guest).boundingBox(), await writing(guest).boundingBox()]
      return (words?.x ?? 0) + (words?.width ?? 0) <= (sheet?.x ?? 0)
    })
    .toBe(true)

  const comes = phone.getByRole('button', { name: 'Silent writing' })
  await expect(comes).toBeVisible()
  // It was never away: a field that comes back has lost what was typed meanwhile.
  expect(await field?.evaluate((element) => element === document.activeElement)).toBe(true)
  await comes.click()
  await expect(writing(phone).getByLabel('Your card', { exact: true })).toBeFocused()
  await window.getByRole('button', { name: 'End the round' }).click()
  await expect(writing(phone)).toHaveCount(0)
  await phone.getByRole('button', { name: 'Write', exact: true }).click()
  await expect(thought).toHaveValue('Half a ')
})
