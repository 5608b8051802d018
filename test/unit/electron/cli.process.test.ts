import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { openBoardFile } from '../../../electron/files/boardFile'
import { makeBoard, tamper } from '../../support/boardFiles'
import { bundle } from '../../support/bundle.mjs'
import { connectTo, isLive, temporaryFolder, unwrap } from '../../support/realHub'
import { setPassphrase } from '../../support/wholeFile'

let program = ''
let settings = ''
beforeAll(async () => {
  program = await bundle('electron/cli.ts')
  settings = mkdtempSync(join(tmpdir(), 'ground-settings-'))
  return () => rmSync(settings, { recursive: true, force: true })
})

function run(...words: string[]): { child: ChildProcess; ended: Promise<number | null>; said: () => string } {
  const child = spawn(process.execPath, [program, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, XDG_CONFIG_HOME: settings, APPDATA: settings, HOME: settings },
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      text += part
    })
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, ended, said: () => text }
}

/** Hosts and resolves to how guests get in. */
async function host(...words: string[]) {
  const { child, ended, said } = run('host', '--loopback', '--port', '0', ...words)
  const found = await new Promise<RegExpMatchArray>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const match = said().match(/http:\/\/(127\.0\.0\.1:\d+)\/#(\w{6})[\s\S]*Code: \2/)
      if (match) resolve(match)
    })
    ended.then(() => reject(new Error(said())))
  })
  const address = {
    url: `ws://${found[1]}/sync`,
    credential: { kind: 'code', code: found[2] ?? '' },
  } as const
  return { child, ended, said, address }
}

test('a new board is hosted, a guest gets in with the printed code, and stopping leaves one file', async () => {
  const path = join(temporaryFolder(), 'evening.ground')
  const { child, ended, said, address } = await host(path)
  const guest = await isLive(connectTo(address, { name: 'Amal' }))
  expect(guest.me.get()?.name).toBe('Amal')
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(said()).toContain(`Saved in ${path}`)
  expect(readdirSync(dirname(path))).toEqual(['evening.ground'])
  const verified = run('verify', path)
  expect(await verified.ended).toBe(0)
  expect(verified.said()).toContain('is whole')
})

test('a host without a window is the same computer to desktop apps each time', async () => {
  const path = join(temporaryFolder(), 'evening.ground')
  const prints: (string | undefined)[] = []
  for (let start = 0; start < 2; start++) {
    const { child, ended, said } = await host(path)
    await expect.poll(() => said()).toContain('Sign of this computer')
    prints.push(/&print=([\w-]{43})/.exec(said())?.[1])
    child.kill('SIGTERM')
    await ended
  }
  expect(prints[0]).toBeDefined()
  expect(prints[1]).toBe(prints[0])
})

test('the sample workshop is hosted with its cards', async () => {
  const { child, ended, said, address } = await host('--sample')
  const path = said().match(/open on (.*\.ground)/)?.[1] ?? ''
  const guest = await isLive(connectTo(address))
  expect(guest.doc.getMap('cards').size).toBeGreaterThan(40)
  child.kill('SIGINT')
  expect(await ended).toBe(0)
  expect(path).toContain('the-first-visit')
  rmSync(dirname(path), { recursive: true })
})

test('a damaged board is said to be, without a change, and repaired beside the damaged file', async () => {
  const path = makeBoard()
  tamper(path, 'UPDATE updates SET checksum = 1')
  const before = readFileSync(path)
  const verified = run('verify', path)
  expect(await verified.ended).toBe(1)
  expect(verified.said()).toMatch(
    /board\.ground is damaged\.\nEverything up to .* can be read: 0 cards\. 1 change is lost\.\nWhat is wrong:\n {2}updates: row 1 is damaged/,
  )
  expect(readFileSync(path)).toEqual(before)
  expect(readdirSync(dirname(path))).toEqual(['board.ground'])

  const repaired = run('repair', path)
  expect(await repaired.ended).toBe(0)
  expect(repaired.said()).toMatch(
    /1 change is lost\.[\s\S]*The damaged file stays as .*board \(damaged .*\)\.ground/,
  )
  expect(readdirSync(dirname(path))).toHaveLength(2)
  const again = run('repair', path)
  expect(await again.ended).toBe(0)
  expect(again.said()).toContain('There is nothing to repair')
  expect(readdirSync(dirname(path))).toHaveLength(2)
})

test('a board of which nothing can be read stays as it is, and people are told what to do', async () => {
  const path = makeBoard()
  tamper(path, 'UPDATE snapshots SET checksum = 1')
  tamper(path, 'UPDATE updates SET checksum = 1')
  const before = readFileSync(path)
  for (const deed of ['verify', 'repair']) {
    const { ended, said } = run(deed, path)
    expect(await ended).toBe(1)
    expect(said()).toMatch(
      /board\.ground is damaged\.\nNothing of this board can be read\. .*look for a copy/,
    )
  }
  expect(readFileSync(path)).toEqual(before)
  expect(readdirSync(dirname(path))).toEqual(['board.ground'])
})

test('a board that is open elsewhere is verified all the same', async () => {
  const path = join(temporaryFolder(), 'evening.ground')
  const { child, ended } = await host(path)
  const verified = run('verify', path)
  expect(await verified.ended).toBe(0)
  expect(verified.said()).toContain('is whole')
  const repaired = run('repair', path)
  expect(await repaired.ended).toBe(0)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})

test.each([
  [['host', 'no board.txt'], /is not a Common Ground board/],
  [['verify', 'nothing here.ground'], /nothing here.ground: /],
  [['verify', 'no board.txt'], /is not a Common Ground board/],
  [['repair', 'no board.txt'], /is not a Common Ground board/],
  [['host', 'a.ground', 'b.ground'], /One file at a time/],
  [['host', 'a.ground', '--port', 'x'], /x is no port/],
  [['host', '--colour'], /Unknown option/],
  [['juggle'], /host FILE.ground/],
])('%j ends with a sentence', async (words, sentence) => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'no board.txt'), 'Dear council')
  const placed = words.map((word) => (/\.(txt|ground)$/.test(word) ? join(folder, word) : word))
  const { ended, said } = run(...placed)
  expect(await ended).toBe(1)
  expect(said()).toMatch(sentence)
  expect(readdirSync(folder)).toEqual(['no board.txt'])
})

test('a host that is stopped as soon as it says anything saves first', async () => {
  const { child, ended, said } = run('host', '--loopback', '--port', '0', makeBoard())
  child.stdout?.once('data', () => child.kill('SIGTERM'))
  expect(await ended).toBe(0)
  expect(said()).toContain('Saved in')
})

test('the passphrase of a board comes from the environment or from the line that is typed', async () => {
  const path = makeBoard()
  const { file } = unwrap(openBoardFile(path))
  unwrap(await setPassphrase(file, 'four quiet words'))
  file.close()
  const type = (command: string, words: string) =>
    spawnSync(process.execPath, [program, command, path], { input: words, encoding: 'utf8' })
  expect(type('verify', 'four quiet words\n').stdout).toContain('board.ground is whole: 0 cards.')
  expect(type('repair', 'four quiet words\n').stdout).toContain('There is nothing to repair')
  expect(type('verify', '').stdout).toContain('every record is as it was written')
  for (const [command, words, sentence] of [
    ['verify', 'four loud words\n', 'That is not the passphrase of this board.'],
    ['host', '', 'Type it when you are asked, or set COMMON_GROUND_PASSPHRASE.'],
  ] as const) {
    const { status, stdout, stderr } = type(command, words)
    expect(status).toBe(1)
    expect(stderr).toContain(sentence)
    expect(stdout + stderr).not.toContain('loud')
  }
  process.env.COMMON_GROUND_PASSPHRASE = 'four quiet words'
  onTestFinished(() => {
    delete process.env.COMMON_GROUND_PASSPHRASE
  })
  const { child, ended } = await host(path)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})
