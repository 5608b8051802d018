import { expect, type Locator, type Page } from '@playwright/test'
import { type LaunchedApp, launchApp } from '../support/electronApp'
import { openRoom } from '../support/openRoom'
import { test } from '../support/test'

let launched: LaunchedApp
let projector: Page
test.beforeEach(async () => {
  launched = await launchApp()
  const { app, window } = launched
  await window.getByRole('button', { name: 'Open the sample workshop' }).click()
  const opened = app.waitForEvent('window')
  await window.getByRole('button', { name: 'Present', exact: true }).click()
  projector = await opened
  await projector.getByRole('main').waitFor()
})
test.afterEach(() => launched.close())

test('the projector shows the wall with nothing to press', async () => {
  await expect(projector.getByRole('main', { name: 'The wall for the room' })).toBeVisible()
  expect(await projector.getByRole('button').count()).toBe(0)
})

test('the projector has a contrast of its own', async () => {
  const { window } = launched
  const contrastOf = (page: Page) => page.evaluate(() => document.documentElement.dataset.contrast)
  const before = await contrastOf(window)
  await window.getByRole('button', { name: 'Settings' }).click()
  const choice = window.getByRole('group', { name: 'Contrast on the projector' })
  await choice.getByRole('radio', { name: 'High' }).check()
  await expect.poll(() => contrastOf(projector)).toBe('high')
  expect(await contrastOf(window)).toBe(before)
  await choice.getByRole('radio', { name: 'As here' }).check()
  await expect.poll(() => contrastOf(projector)).toBe(before)
})

test('presenting twice brings the same window to the front', async () => {
  await launched.window.getByRole('button', { name: 'Present', exact: true }).click()
  await expect(projector.getByRole('main')).toBeVisible()
  expect(launched.app.windows()).toHaveLength(2)
})

test('the present line of a scene is there in both languages, and goes on with the facilitator', async () => {
  const { window } = launched
  await window.getByRole('button', { name: /^Rehearse/ }).click()
  await window.getByRole('button', { name: 'Run the scene' }).click()
  await expect(projector.getByText('Hala stands just inside the door and reads the notices.')).toBeVisible()
  await expect(projector.getByText('هالة واقفة عند الباب من جوّا')).toBeVisible()
  await window.getByRole('button', { name: 'Next line' }).click()
  await expect(projector.getByText('صباح الخير.').first()).toBeVisible()
})

test('the projector goes when the board is closed', async () => {
  const gone = projector.waitForEvent('close')
  await launched.window.getByRole('button', { name: 'Home' }).click()
  await gone
  expect(launched.app.windows()).toHaveLength(1)
})

test('the projector may look and not write', async () => {
  const refused = await projector.evaluate(async () => {
    const { call } = (
      window as unknown as { commonGround: { call: (name: string, request: unknown) => Promise<unknown> } }
    ).commonGround
    return call('openRoom', { path: '/any.ground' })
  })
  expect(refused).toMatchObject({ ok: false, failure: { code: 'missing' } })
})

/** Heights of letters as a share of the projector's height. */
const shares = (words: Locator): Promise<number[]> =>
  words.evaluateAll((found) =>
    found.map((one) => Number.parseFloat(getComputedStyle(one).fontSize) / innerHeight),
  )

test('while the room is open the projector says how to come in, for the back row too', async () => {
  await expect(projector.getByRole('contentinfo')).toHaveCount(0)
  const { dialog, address, code } = await openRoom(launched.window)
  const foot = projector.getByRole('contentinfo')
  await expect(foot).toContainText(address)
  await expect(foot).toContainText(code)
  for (const share of await shares(foot.locator('dt, dd'))) expect(share).toBeGreaterThanOrEqual(0.03)
  await dialog.getByRole('button', { name: 'Close the room' }).click()
  await expect(foot).toHaveCount(0)
})

test('the code fills the projector from the dialog and by a key, and goes with the room', async () => {
  const { dialog, address, code } = await openRoom(launched.window)
  const screen = projector.getByRole('region', { name: 'Join the room' })
  await dialog.getByRole('button', { name: 'Show on the projector' }).click()
  await expect(screen).toContainText(address)
  await expect(screen).toContainText(code)
  const qr = screen.getByRole('img', { name: 'Code to scan with a phone' })
  const height = await projector.evaluate(() => innerHeight)
  expect((await qr.boundingBox())?.height).toBeGreaterThan(height * 0.6)
  for (const share of await shares(screen.locator('h2, p, dt, dd')))
    expect(share).toBeGreaterThanOrEqual(0.03)

  await projector.keyboard.press('q')
  await expect(screen).toHaveCount(0)
  await expect(dialog.getByRole('button', { name: 'Show on the projector' })).toBeVisible()
  await projector.keyboard.press('q')
  await expect(screen).toBeVisible()
  await dialog.getByRole('button', { name: 'Hide on the projector' }).click()
  await expect(screen).toHaveCount(0)

  await dialog.getByRole('button', { name: 'Show on the projector' }).click()
  await expect(screen).toBeVisible()
  await dialog.getByRole('button', { name: 'Close the room' }).click()
  await expect(screen).toHaveCount(0)
})

test('the key counts from the moment that the code comes or goes', async () => {
  const { dialog } = await openRoom(launched.window)
  const screen = projector.getByRole('region', { name: 'Join the room' })
  await dialog.getByRole('button', { name: 'Show on the projector' }).click()
  await expect(screen).toBeVisible()
  await projector.evaluate(() => {
    const gone = new MutationObserver(() => {
      if (document.querySelector('.code-screen')) return
      gone.disconnect()
      window.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyQ', key: 'q' }))
      document.body.dataset.pressed = 'again'
    })
    gone.observe(document.body, { childList: true, subtree: true })
  })
  await projector.keyboard.press('q')
  await expect(projector.locator('body')).toHaveAttribute('data-pressed', 'again')
  await expect(screen).toBeVisible()
})

test('showing the code opens the projector where there is none', async () => {
  const { app, window } = launched
  await projector.close()
  const { dialog } = await openRoom(window)
  const opened = app.waitForEvent('window')
  await dialog.getByRole('button', { name: 'Show on the projector' }).click()
  await expect((await opened).getByRole('region', { name: 'Join the room' })).toBeVisible()
})

test('the projector fills a display that is plugged in, and gives way when that is pulled out', async () => {
  const { app, window } = launched
  const shown = await app.browserWindow(projector)
  // Without a window manager a full window lies at the corner of the screen, so what it is told counts.
  await shown.evaluate((one) => {
    Object.assign(one, { toldOf: [] })
    const told = (one as unknown as { toldOf: number[] }).toldOf
    const setBounds = one.setBounds.bind(one)
    one.setBounds = (bounds: Partial<Electron.Rectangle>) => {
      told.push(bounds.x ?? -1)
      setBounds(bounds)
    }
  })
  /** Where the projector was told to be since the displays came and went, side by side. */
  const plug = async (many: 1 | 2) => {
    await app.evaluate(({ screen }, count) => {
      const areas = [0, 1].slice(0, count).map((at) => ({ x: at * 960, y: 0, width: 960, height: 1080 }))
      const displays = areas.map((bounds, id) => ({
        ...screen.getPrimaryDisplay(),
        id,
        bounds,
        workArea: bounds,
      }))
      Object.assign(screen, { getAllDisplays: () => displays, getDisplayMatching: () => displays[0] })
      screen.emit(count === 2 ? 'display-added' : 'display-removed', {}, displays.at(-1))
    }, many)
    return shown.evaluate((one) => (one as unknown as { toldOf: number[] }).toldOf.at(-1))
  }
  expect(await plug(2)).toBe(960)
  expect(await plug(1)).toBeLessThan(960)
  expect(await plug(2)).toBe(960)
  await expect(projector.getByRole('main')).toBeVisible()
  await expect(window.getByRole('button', { name: 'Present', exact: true })).toBeVisible()
})
