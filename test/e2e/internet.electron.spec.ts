import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { projectDirectory } from '../../electron/setup/project.mjs'
import { openBrowser } from '../support/browser'
import { launchApp } from '../support/electronApp'
import { listenInApp, outsideOf, watchPage } from '../support/internet'
import { openRoom } from '../support/openRoom'
import { test } from '../support/test'
import { openStage, openTab } from '../support/workshop'

const stages = (page: Page) => page.getByRole('navigation', { name: 'Stages of the workshop' })

test('a whole workshop asks nothing of any other machine, in the app or in a guest’s browser', async () => {
  const { app, window, close } = await launchApp()
  const browser = await openBrowser()
  try {
    const asked: string[] = []
    const heard = await listenInApp(app)
    for (const page of app.windows()) watchPage(page, asked)
    app.on('window', (page) => watchPage(page, asked))
    // What the first window asked for before anybody listened, it asks for again.
    await window.reload()

    await window.getByRole('button', { name: 'Open the sample workshop' }).click()
    await expect(stages(window)).toBeVisible()
    for (const tab of ['Outline', 'Stories', 'Details', 'People']) await openTab(window, tab)
    const { address, code } = await openRoom(window)

    const context = await browser.newContext({ locale: 'ar' })
    const guest = await context.newPage()
    watchPage(guest, asked)
    await guest.goto(address)
    await guest.locator('input[autocomplete="one-time-code"], input').first().fill(code)
    await guest.locator('input[autocomplete="name"]').fill('نادية')
    await guest.locator('.join-form input[type="radio"]').first().check()
    await guest.locator('.join-form [type="submit"]').click()
    await expect(guest.locator('.board')).toBeVisible()
    await window.keyboard.press('Escape')

    for (const stage of ['Stories', 'Insights', 'Ideas', 'Prototype', 'Rehearse', 'Report'])
      await openStage(window, stage)
    await expect(window.getByRole('region', { name: 'The pages' })).toBeVisible()
    const opened = app.waitForEvent('window')
    await window.getByRole('button', { name: 'Present', exact: true }).click()
    await (await opened).getByRole('main').waitFor()

    const all = [...asked, ...(await heard())]
    // The walk was heard at all: the page itself, the guest's page and both lines to the hub.
    expect(all.some((url) => url.startsWith('app:'))).toBe(true)
    expect(all.some((url) => url.startsWith(address))).toBe(true)
    expect(all.filter((url) => url.startsWith('ws:')).length).toBeGreaterThanOrEqual(2)
    expect(outsideOf(all)).toEqual([])
  } finally {
    await browser.close()
    await close()
  }
})

/** Names of things, not places to fetch from: namespaces of XML, and where words about an error stand. */
const NAMES = /^https?:\/\/(?:www\.w3\.org\/|schemas\.|purl\.org\/|ns\.adobe\.com\/|json-schema\.org\/)/

test('nothing that was built fetches fonts, icons, workers or anything else from another host', async () => {
  const out = join(projectDirectory, 'out/renderer')
  const files = (await readdir(out, { recursive: true })).filter((name) => /\.(?:html|css|m?js)$/.test(name))
  expect(files.length).toBeGreaterThan(3)
  const found: string[] = []
  for (const name of files) {
    const words = await readFile(join(out, name), 'utf8')
    const loads = name.endsWith('.js') || name.endsWith('.mjs') ? LOADS_IN_SCRIPT : LOADS_IN_PAGE
    for (const [, url = ''] of words.matchAll(loads)) if (!NAMES.test(url)) found.push(`${name}: ${url}`)
  }
  expect(found).toEqual([])
})

/** An address of another host where a page or a style sheet loads something. */
const LOADS_IN_PAGE = /(?:src=|href=|url\(|@import )\s*["']?((?:https?:|wss?:)?\/\/[^"')\s]+)/g
/** The same where a script does; to make an address is not to ask it for anything. */
const LOADS_IN_SCRIPT =
  /(?:fetch|import|importScripts|Worker|WebSocket|EventSource|sendBeacon|open|url)\(\s*["'`]((?:https?:|wss?:)\/\/[^"'`\s]+)/g
