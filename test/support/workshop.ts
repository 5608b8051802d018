import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type ElectronApplication, expect, type Page } from '@playwright/test'
import { openBrowser } from './browser'
import { type LaunchedApp, launchApp } from './electronApp'
import { openRoom } from './openRoom'
import { keepWhatIsSeen, orKeepWhatIsSeen } from './seen'
import { test as base } from './test'

export interface RunningWorkshop {
  readonly app: ElectronApplication
  /** The facilitator's window, with a new empty board. */
  readonly window: Page
  /** A resident's browser in the open room. */
  readonly guest: Page
  /** One more resident's browser in the room, as wide as a phone. */
  joinByPhone(name: string): Promise<Page>
  /** A folder for files that come and go; removed afterwards. */
  readonly folder: string
  /** Ends everything, starts the app again and opens the board from Home. */
  reopen(): Promise<Page>
}

const PHONE = { width: 390, height: 844 }
const TITLE = 'A quieter Mill Lane'

/** Gives the facilitator a name and makes a board, from Home. */
async function makeBoard(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Settings' }).click()
  await window.getByLabel('Your name').fill('Imran')
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'New board' }).click()
  await window.getByLabel('What is the workshop about?').fill(TITLE)
  await window.getByRole('button', { name: 'Make the board' }).click()
  await expect(window.getByRole('textbox', { name: 'Name of the board' })).toHaveValue(TITLE)
}

/** Joins as a resident, by typing what the dialog shows. */
async function joinAsResident(
  browser: Browser,
  address: string,
  code: string,
  name = 'Nadia',
  viewport = { width: 1280, height: 860 },
): Promise<Page> {
  const guest = await browser.newPage({ locale: 'en-GB', viewport })
  await guest.goto(address)
  await guest.getByLabel('Room code').fill(code)
  await guest.getByLabel('Your name').fill(name)
  await guest.getByRole('radio', { name: 'Resident' }).check()
  await guest.getByRole('button', { name: 'Join' }).click()
  await expect(guest.locator('.board')).toBeVisible()
  return guest
}

/** Tests with a workshop of their own; everything is closed and removed after each. */
export const test = base.extend<{ workshop: RunningWorkshop }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs here.
  workshop: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'common-ground-workshop-'))
    const browser = await openBrowser()
    const guests = () => browser.contexts().flatMap((context) => context.pages())
    let running: LaunchedApp | undefined
    try {
      const begun = await launchApp({ userData: folder })
      running = begun
      const { app, window, close } = begun
      const { address, code, guest } = await orKeepWhatIsSeen(
        async () => {
          await makeBoard(window)
          const room = await openRoom(window)
          const joined = await joinAsResident(browser, room.address, room.code)
          await window.keyboard.press('Escape')
          await expect(window.getByRole('dialog')).toHaveCount(0)
          return { ...room, guest: joined }
        },
        () => [...app.windows(), ...guests()],
      )
      await use({
        app,
        window,
        guest,
        joinByPhone: (name) => joinAsResident(browser, address, code, name, PHONE),
        folder,
        async reopen() {
          await browser.close()
          await close()
          running = await launchApp({ userData: folder })
          const again = running.window
          await again.getByRole('button', { name: new RegExp(`^${TITLE}`) }).click()
          await expect(again.getByRole('textbox', { name: 'Name of the board' })).toHaveValue(TITLE)
          return again
        },
      })
    } finally {
      await keepWhatIsSeen(guests())
      await browser.close()
      await running?.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  },
})

/** A tab of the panel beside the wall. */
export async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).click()
}

/** A stage of the workshop. */
export async function openStage(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Stages of the workshop' })
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click()
}

export { expect }
