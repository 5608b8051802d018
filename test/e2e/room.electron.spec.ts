import { expect, type Page } from '@playwright/test'
import { openBrowser } from '../support/browser'
import { launchApp } from '../support/electronApp'
import { openRoom } from '../support/openRoom'
import { test } from '../support/test'
import { coloursOver, onScreen } from '../support/wall'
import { test as inRoom, openTab } from '../support/workshop'

async function writeCard(page: Page, words: string): Promise<void> {
  await page.getByRole('tab', { name: 'Outline' }).click()
  await page.getByRole('button', { name: 'Add a card' }).click()
  await page.getByRole('textbox', { name: 'Words of the card' }).fill(words)
  await page.keyboard.press('Enter')
}

test('a guest in a browser and the app see each other and each other’s cards', async () => {
  const { window, close } = await launchApp()
  await window.getByRole('button', { name: 'New board' }).click()
  await window.getByLabel('What is the workshop about?').fill('Mill Lane')
  await window.getByRole('button', { name: 'Make the board' }).click()
  await writeCard(window, 'The bench was taken away.')

  const { dialog: room, address, code } = await openRoom(window)
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)

  const browser = await openBrowser()
  const guest = await browser.newPage()
  await guest.goto(address)
  await guest.getByLabel('Room code').fill(code)
  await guest.getByLabel('Your name').fill('Nadia')
  await guest.getByRole('radio', { name: 'Resident' }).check()
  await guest.getByRole('button', { name: 'Join' }).click()

  await expect(room.getByText('Nadia')).toBeVisible()
  await window.keyboard.press('Escape')
  await guest.getByRole('tab', { name: 'Outline' }).click()
  await expect(guest.getByRole('treeitem', { name: 'The bench was taken away.' })).toBeVisible()
  await writeCard(guest, 'There is nowhere to rest.')
  await expect(window.getByRole('treeitem', { name: 'There is nowhere to rest.' })).toBeVisible()
  await browser.close()
  await close()
})

test('before the room opens it is said who could read along; a low battery and sleep are seen to', async () => {
  const { app, window, close } = await launchApp()
  await window.addInitScript(() => {
    const battery = Object.assign(new EventTarget(), { level: 0.3, charging: false })
    Object.assign(window, { battery })
    Object.assign(Object.getPrototypeOf(navigator), { getBattery: async () => battery })
  })
  await window.reload()
  const isAwake = () =>
    app.evaluate(({ powerSaveBlocker }) =>
      // Its ids count up from 0.
      Array.from({ length: 10 }, (_, id) => powerSaveBlocker.isStarted(id)).some(Boolean),
    )
  await window.getByRole('button', { name: 'Open the sample workshop' }).click()
  await window.getByRole('button', { name: 'Open the room' }).click()
  const room = window.getByRole('dialog', { name: 'The room' })
  await expect(room.getByText('others on the same network could read it')).toBeVisible()
  await expect(room.getByRole('button', { name: 'Open the room' })).toBeFocused()
  expect(await isAwake()).toBe(false)
  await window.keyboard.press('Enter')
  await expect(room.getByRole('definition')).toHaveCount(2)
  await expect.poll(isAwake).toBe(true)

  const battery = (level: number, charging: boolean) =>
    window.evaluate(
      ([level, charging]) => {
        const { battery } = window as unknown as { battery: EventTarget }
        Object.assign(battery, { level, charging })
        battery.dispatchEvent(new Event('levelchange'))
      },
      [level, charging] as const,
    )
  const warning = window.getByText('The battery of this computer is at')
  await battery(0.19, true)
  await battery(0.2, false)
  await expect(warning).toHaveCount(0)
  await battery(0.19, false)
  await expect(warning).toContainText('19 %')

  await room.getByRole('button', { name: 'Close the room' }).click()
  await expect.poll(isAwake).toBe(false)
  await close()
})

inRoom(
  'the open room shows how to come in, and each sees who the others are and where they point',
  async ({ workshop: { window, guest } }) => {
    await window.getByRole('button', { name: 'The room is open' }).click()
    const room = window.getByRole('dialog', { name: 'The room' })
    await expect(room.getByText(/^http:\/\/127\.0\.0\.1:\d+$/)).toBeVisible()
    await expect(room.getByText(/^[A-Z0-9]{3} [A-Z0-9]{3}$/)).toBeVisible()
    await expect(room.getByRole('img', { name: 'Code to scan with a phone' })).toBeVisible()
    await expect(room.getByRole('listitem').filter({ hasText: 'Nadia' })).toContainText('Resident')
    await window.keyboard.press('Escape')

    for (const [page, other, facts] of [
      [window, 'Nadia', 'Resident'],
      [guest, 'Imran', 'Facilitator'],
    ] as const) {
      await openTab(page, 'People')
      await expect(page.getByRole('listitem').filter({ hasText: other })).toContainText(facts)
    }
    for (const [pointing, watching] of [
      [window, guest],
      [guest, window],
    ] as const) {
      // Beside the tip of an arrow stands its name: white letters on the colour of the arrow.
      const label = () => coloursOver(watching, [112, 114], [40, 22])
      expect(await label()).toEqual({})
      await pointing.mouse.move(...(await onScreen(pointing, [100, 100])))
      await expect
        .poll(async () => {
          const { '#FFFFFF': letters = 0, ...others } = await label()
          return letters > 10 && Object.keys(others).length > 0
        })
        .toBe(true)
    }
  },
)

inRoom(
  'who leaves a board with people in its room is asked, and they are told when it is over',
  async ({ workshop: { window, guest } }) => {
    const question = window.getByRole('dialog', { name: 'The room is still open' })
    await window.getByRole('button', { name: 'Home' }).click()
    await expect(question).toContainText('One other person is in it.')
    await window.keyboard.press('Escape')
    await expect(question).toHaveCount(0)
    await expect(guest.locator('.board')).toBeVisible()

    await window.getByRole('button', { name: 'Home' }).click()
    await question.getByRole('button', { name: 'Close the room' }).click()
    await expect(window.getByRole('heading', { name: 'Your boards' })).toBeVisible()
    await expect(guest.getByLabel('Room code')).toBeVisible()
    await expect(guest.getByText('The room is closed.')).toBeVisible()
    expect(await guest.evaluate(() => localStorage.length)).toBe(0)
  },
)

test('who has opened a room before opens the next one with one press', async () => {
  const { window, close } = await launchApp()
  await window.getByRole('button', { name: 'Open the sample workshop' }).click()
  const first = await openRoom(window)
  await first.dialog.getByRole('button', { name: 'Close the room' }).click()
  await window.getByRole('button', { name: 'Open the room' }).click()
  const room = window.getByRole('dialog', { name: 'The room' })
  await expect(room.getByRole('definition')).toHaveCount(2)
  await expect(room.getByText('others on the same network could read it')).toBeVisible()
  expect(await room.getByRole('definition').nth(1).textContent()).not.toBe(first.code)
  await close()
})

test('who is alone in an open room for long is led to what may be in the way', async () => {
  const { window, close } = await launchApp()
  await window.getByRole('button', { name: 'Open the sample workshop' }).click()
  await window.clock.install()
  await openRoom(window)
  await window.keyboard.press('Escape')
  await window.clock.fastForward(170_000)
  const words = window.getByText('The room is open and nobody has come in yet.')
  await expect(words).toHaveCount(0)
  await window.clock.fastForward(20_000)
  await expect(words).toBeVisible()
  await window.getByRole('button', { name: 'What may be in the way' }).click()
  const room = window.getByRole('dialog', { name: 'The room' })
  await expect(room.getByText('Nobody can come in?')).toBeVisible()
  await close()
})
