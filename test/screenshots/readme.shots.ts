import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { projectDirectory } from '../../electron/setup/project.mjs'
import { openBrowser } from '../support/browser'
import { type LaunchedApp, launchApp } from '../support/electronApp'
import { openRoom } from '../support/openRoom'

let launched: LaunchedApp
test.beforeEach(async () => {
  launched = await launchApp()
  await setSize(launched, 0, 1440, 900)
})
test.afterEach(() => launched.close())

async function setSize({ app }: LaunchedApp, window: number, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, { window, width, height }) =>
      BrowserWindow.getAllWindows()
        .sort((a, b) => a.id - b.id)
        [window]?.setContentSize(width, height),
    { window, width, height },
  )
}

/** Writes what a page shows once it has settled: faces loaded, camera at rest, no pointer on anything. */
async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.mouse.move(1, 1)
  // The wall travels for a third of a second; still means that two pictures are the same.
  let before: Buffer = Buffer.alloc(0)
  await expect
    .poll(
      async () => {
        const now = await page.screenshot({ animations: 'disabled', caret: 'hide' })
        const isStill = now.equals(before)
        before = now
        return isStill
      },
      { intervals: [400], timeout: 15_000 },
    )
    .toBe(true)
  await page.screenshot({
    path: join(projectDirectory, 'resources', 'help', `${name}.png`),
    animations: 'disabled',
    caret: 'hide',
  })
}

async function openSample(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Open the sample workshop' }).click()
  await expect(window.getByRole('textbox', { name: 'Name of the board' })).toBeVisible()
}

async function showStage(window: Page, stage: string): Promise<void> {
  await window
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${stage}`) })
    .click()
}

test('home, with recent boards', async () => {
  const { window } = launched
  // Otherwise the picture would say the name of whatever computer takes it.
  await window.getByRole('button', { name: 'Settings' }).click()
  await window.getByLabel('Your name').fill('Ffion')
  await window.keyboard.press('Escape')
  await openSample(window)
  await window.getByRole('button', { name: 'Home' }).click()
  await expect(window.getByRole('heading', { name: 'Your boards' })).toBeVisible()
  await shoot(window, 'home')
})

test('the wall of the sample, beside its outline', async () => {
  const { window } = launched
  await openSample(window)
  await showStage(window, 'Insights')
  await window.getByRole('tab', { name: 'Outline' }).click()
  await window.getByRole('button', { name: 'See the whole wall' }).click()
  await shoot(window, 'wall')
  await window.getByRole('button', { name: /See at full size/ }).click()
  await window.getByRole('treeitem', { name: /^The building explains itself/ }).click()
  await shoot(window, 'cards')
})

test('a story in the reader', async () => {
  const { window } = launched
  await openSample(window)
  await showStage(window, 'Stories')
  await window.getByRole('tab', { name: 'Stories' }).click()
  await window.getByRole('button', { name: /A pull door/ }).click()
  await shoot(window, 'story')
})

test('a storyboard', async () => {
  const { window } = launched
  await openSample(window)
  await showStage(window, 'Prototype')
  await window.getByRole('button', { name: /See at full size/ }).click()
  await window.getByRole('button', { name: 'Show on the wall' }).first().click()
  await shoot(window, 'storyboard')
})

test('a scene, in the app and on the projector', async () => {
  const { app, window } = launched
  await openSample(window)
  await showStage(window, 'Rehearse')
  await shoot(window, 'rehearse')
  const opened = app.waitForEvent('window')
  await window.getByRole('button', { name: 'Present', exact: true }).click()
  const projector = await opened
  await setSize(launched, 1, 1600, 900)
  await window.getByRole('button', { name: 'Run the scene' }).click()
  await window.getByRole('button', { name: 'Next line' }).click()
  await expect(projector.getByText('Good morning. I’ll be with you in one minute.')).toBeVisible()
  await shoot(projector, 'projector')
})

test('the report', async () => {
  const { window } = launched
  await openSample(window)
  await showStage(window, 'Report')
  await expect(window.getByRole('button', { name: 'Save as PDF' })).toBeVisible()
  await shoot(window, 'report')
})

test('the room, and a phone that joins it', async () => {
  const { window } = launched
  await openSample(window)
  const { dialog, address, code } = await openRoom(window)
  const browser = await openBrowser()
  const phone = await browser.newPage({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
  })
  await phone.goto(address)
  await phone.getByLabel('Room code').fill(code)
  await phone.getByLabel('Your name').fill('Nadia')
  await phone.getByRole('radio', { name: 'Resident' }).check()
  await shoot(phone, 'phone-join')
  await phone.getByRole('button', { name: 'Join' }).click()
  await expect(dialog.getByText('Nadia')).toBeVisible()
  await shoot(window, 'room')
  await phone.getByRole('button', { name: 'Write', exact: true }).click()
  await phone
    .getByLabel('Your thought')
    .fill('There is nowhere to rest between the bus stop and the surgery.')
  await shoot(phone, 'phone-write')
  await browser.close()
})

test('the sample in Arabic', async () => {
  const { window } = launched
  await window.getByRole('button', { name: 'Settings' }).click()
  await window.getByRole('radio', { name: 'العربية' }).click()
  await expect(window.locator('html')).toHaveAttribute('dir', 'rtl')
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'فتح الورشة النموذجية' }).click()
  await expect(window.getByRole('tab').first()).toBeVisible()
  await shoot(window, 'arabic')
})
