import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Browser, test as base, expect, type Page } from '@playwright/test'
import { freePort } from '../faults/hub/freePort'
import { keepWhatIsSeen } from './seen'

const project = resolve(import.meta.dirname, '../..')

export interface GuestRoom {
  /** The link that the QR code holds. */
  readonly url: string
  readonly code: string
  /** Kills the host, as when its laptop dies. */
  die(): Promise<void>
  /** Hosts the same board again at the same address. */
  comeBack(): Promise<void>
  close(): Promise<void>
}

/** Hosts a board with the built command, on loopback only: the sample workshop, or a new empty board. */
export async function hostRoom(board: 'sample' | 'empty'): Promise<GuestRoom> {
  const folder = await mkdtemp(join(tmpdir(), 'common-ground-room-'))
  const path = join(folder, 'A quieter lane.ground')
  let host = await startHost(board === 'sample' ? ['--sample'] : [path], folder, String(await freePort()))
  const { url, code } = host
  return {
    url,
    code,
    die: () => host.end('SIGKILL'),
    async comeBack() {
      host = await startHost([path], folder, new URL(url).port)
    },
    async close() {
      await host.end('SIGTERM')
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function startHost(what: string[], folder: string, port: string) {
  const host = spawn(
    process.execPath,
    [join(project, 'out/main/cli.js'), 'host', ...what, '--loopback', '--port', port],
    { cwd: project, env: { ...process.env, TMPDIR: folder }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const exited = once(host, 'exit')
  const said = await new Promise<string>((answer, refuse) => {
    let words = ''
    let trouble = ''
    host.stderr.on('data', (chunk) => {
      trouble += String(chunk)
    })
    host.stdout.on('data', (chunk) => {
      words += String(chunk)
      if (/Code: \S+/.test(words)) answer(words)
    })
    void exited.then(() => refuse(new Error(`the host ended: ${trouble || words}`)))
  })
  const [url = ''] = said.match(/http:\S+/) ?? []
  const [, code = ''] = said.match(/Code: (\S+)/) ?? []
  return {
    url,
    code,
    async end(signal: 'SIGKILL' | 'SIGTERM') {
      host.kill(signal)
      await exited
    },
  }
}

export interface Guest {
  readonly name?: string
  readonly side?: string
  readonly language?: 'en' | 'ar'
  /** A large screen that feels fingers. */
  readonly atTouchScreen?: boolean
}

/** Opens the room's link in a browser of its own and joins. The words are English unless asked otherwise. */
export async function joinRoom(browser: Browser, room: GuestRoom, guest: Guest = {}): Promise<Page> {
  const context = await browser.newContext({
    locale: guest.language === 'ar' ? 'ar' : 'en-GB',
    ...(guest.atTouchScreen ? { hasTouch: true, viewport: { width: 1920, height: 1080 } } : {}),
  })
  const page = await context.newPage()
  await page.goto(room.url)
  await page.locator('input[autocomplete="name"]').fill(guest.name ?? 'Amina Yusuf')
  await page
    .locator('.join-form input[type="radio"]')
    .nth(SIDES.indexOf(guest.side ?? 'facilitator'))
    .check()
  await page.locator('.join-form [type="submit"]').click()
  await expect(page.locator('.board, .projector-wall, .prompter')).toBeVisible()
  return page
}

const SIDES = ['resident', 'professional', 'politician', 'facilitator']

const pagesOf = (browser: Browser): Page[] => browser.contexts().flatMap((context) => context.pages())

/** Tests with a room of their own; it and every guest's browser are closed after each. */
export const test = base.extend<{ room: GuestRoom; emptyRoom: GuestRoom; leaving: undefined }>({
  // A page that stays open knocks at its dead room for ever: a browser full of them slows every later guest's way in.
  leaving: [
    async ({ browser }, use, info) => {
      await use(undefined)
      if (!info.attachments.some(({ name }) => name === 'seen')) await keepWhatIsSeen(pagesOf(browser))
      await Promise.all(browser.contexts().map((context) => context.close()))
    },
    { auto: true },
  ],
  room: async ({ browser }, use) => {
    const room = await hostRoom('sample')
    await use(room)
    await keepWhatIsSeen(pagesOf(browser))
    await room.close()
  },
  emptyRoom: async ({ browser }, use) => {
    const room = await hostRoom('empty')
    await use(room)
    await keepWhatIsSeen(pagesOf(browser))
    await room.close()
  },
})
export { expect }
