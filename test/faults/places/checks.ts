import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import sqlite from 'node-sqlite3-wasm'
import { boardOf } from '../../bench/boards'
import { growBoard, makeBoard } from '../boards'
import { hasOpened } from '../hub/marks'
import { type HubOptions, startHub } from '../hub/startHub'
import { mount, pullOut } from '../runApart'
import { codeOf, corner, hasAll, openRoom, type Place, tryToOpen } from './room'

const FOUR_GB = 4 * 1024 ** 3
/** Bytes that may be read, the program itself among them, before a person is told that a file is none of ours. */
const A_LITTLE = 100e6
/** Larger than any process id. */
const NO_PROCESS = 2 ** 22 + 1
const A_YEAR = 365 * 24 * 3_600_000

/** Each says what must not have happened; undefined where it cannot be tried on this machine. */
export const CHECKS: Readonly<Record<string, (place: Place) => Promise<void> | undefined>> = {
  'a folder on a read-only disk'(place) {
    if (!place.mayMount) return undefined
    const folder = corner(place, 'read-only')
    mount('-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', folder)
    const path = join(folder, 'board.ground')
    makeBoard(path, boardOf(20))
    mount('-o', 'remount,ro', folder)
    return onlyLooks(place, path, 'a board on a read-only disk')
  },

  'a folder without permission'(place) {
    if (isEverybody()) return undefined
    const folder = corner(place, 'not ours')
    const path = join(folder, 'board.ground')
    makeBoard(path, boardOf(20))
    chmodSync(place.folder, 0o755)
    chmodSync(folder, 0o555)
    chmodSync(path, 0o644)
    // What a killed process of another user left in the folder for temporary files must be in nobody's way.
    const temporary = corner(place, 'temporary')
    chmodSync(temporary, 0o1777)
    mkdirSync(join(temporary, `common-ground-copy-${NO_PROCESS}-left`), { mode: 0o700 })
    return onlyLooks(place, path, 'a board in a folder of somebody else', {
      asNobody: true,
      env: { TMPDIR: temporary },
    })
  },

  async 'a folder that is away for a while'(place) {
    const folder = corner(place, 'stick')
    const path = join(folder, 'board.ground')
    makeBoard(path, boardOf(20))
    await vanish(place, path, 'a renamed folder', {
      away: () => renameSync(folder, `${folder} away`),
      back: () => renameSync(`${folder} away`, folder),
    })
  },

  'a stick that is pulled out'(place) {
    if (!place.mayMount) return undefined
    const medium = corner(place, 'medium')
    const folder = corner(place, 'socket')
    mount('--bind', medium, folder)
    const path = join(folder, 'board.ground')
    makeBoard(path, boardOf(20))
    return vanish(place, path, 'a stick', {
      away: () => pullOut(folder),
      back: () => mount('--bind', medium, folder),
    })
  },

  async 'a large file of something else'(place) {
    const path = join(corner(place, 'large'), 'film.ground')
    writeFileSync(path, 'not a board')
    truncateSync(path, FOUR_GB)
    const hub = startHub(place.program, { path })
    const opened = (await hub.hear(hasOpened))?.board
    const read = hub.bytesRead() ?? 0
    hub.kill()
    await hub.ended
    if (codeOf(opened) !== 'notABoard') place.problem(`4 GB of something else: it says ${codeOf(opened)}`)
    if (read > A_LITTLE) place.problem(`4 GB of something else: it reads ${read} bytes before it says so`)
    if (statSync(path).size !== FOUR_GB) place.problem('4 GB of something else: the file was changed')
  },

  async 'a link to elsewhere'(place) {
    const elsewhere = corner(place, 'elsewhere')
    const target = join(elsewhere, 'real.ground')
    const link = join(corner(place, 'desk'), 'link.ground')
    makeBoard(target, boardOf(20))
    growBoard(target)
    symlinkSync(target, link)
    const room = await openRoom(place, { path: link })
    if (!readdirSync(elsewhere).some((name) => name.startsWith('.~lock'))) {
      place.problem('a link: the file it leads to is not locked')
    }
    const second = await tryToOpen(place, { path: target })
    if (!second?.ok || second.value.lookOnly?.because !== 'boardInUse') {
      place.problem(`a link: the file it leads to opens twice: ${JSON.stringify(second)}`)
    }
    room.work()
    await room.saved()
    if (!hasAll(place, target, room)) place.problem('a link: the edits are not in the file it leads to')
    await room.close()
    if (!lstatSync(link).isSymbolicLink()) place.problem('a link: it is no longer one')
    if (!existsSync(`${target}.bak`)) place.problem('a link: the file before is not kept beside the file')
    const beside = readdirSync(join(link, '..'))
    if (beside.length > 1) place.problem(`a link: there is something beside it: ${beside.join(', ')}`)
  },

  async 'a link to nothing'(place) {
    const link = join(corner(place, 'lost'), 'link.ground')
    symlinkSync(join(place.folder, 'nowhere.ground'), link)
    const opened = await tryToOpen(place, { path: link })
    if (codeOf(opened) !== 'missing') place.problem(`a link to nothing: it says ${codeOf(opened)}`)
  },

  async 'a board from a newer version'(place) {
    const folder = corner(place, 'newer')
    const path = join(folder, 'board.ground')
    makeBoard(path, boardOf(20))
    const database = new sqlite.Database(path)
    database.exec('PRAGMA user_version = 99')
    database.close()
    const before = readFileSync(path)
    const opened = await tryToOpen(place, { path })
    if (codeOf(opened) !== 'newerBoard') place.problem(`a newer board: it says ${codeOf(opened)}`)
    if (!readFileSync(path).equals(before)) place.problem('a newer board was changed')
    if (readdirSync(folder).length > 1) place.problem('a newer board: something was left beside it')
  },

  async 'a clock that jumps back'(place) {
    const folder = corner(place, 'clock')
    const path = join(folder, 'board.ground')
    const clock = join(place.folder, 'clock.txt')
    makeBoard(path, boardOf(20))
    growBoard(path)
    const options = { path, preloads: [place.program('clock.preload')], env: { GROUND_CLOCK: clock } }
    for (const wrongBy of [-A_YEAR, A_YEAR]) {
      writeFileSync(clock, '0')
      const room = await openRoom(place, options)
      room.work()
      await room.saved()
      writeFileSync(clock, String(wrongBy))
      room.work()
      room.guests[0]?.paste(40_000)
      await room.saved()
      if (!hasAll(place, path, room)) place.problem('a clock that jumps: the file does not have everything')
      // Another program, whose clock is right, must not take the board for left behind.
      const second = await tryToOpen(place, { path })
      if (!second?.ok || second.value.lookOnly?.because !== 'boardInUse') {
        place.problem(`a clock that jumps: the board opens twice: ${JSON.stringify(second)}`)
      }
      room.work()
      await room.saved()
      await room.close()
      if (!hasAll(place, path, room)) place.problem('a clock that jumps: closing lost something')
    }
  },
}

/** Permissions mean nothing to an administrator who cannot become somebody else, as in a namespace of one user. */
function isEverybody(): boolean {
  if (process.getuid?.() !== 0) return false
  const [, , count] = readFileSync('/proc/self/uid_map', 'utf8').trim().split(/\s+/)
  return Number(count) === 1
}

/** A board that cannot be written opens to be looked at, says so, and nothing is touched. */
async function onlyLooks(
  place: Place,
  path: string,
  what: string,
  options: Omit<HubOptions, 'path'> = {},
): Promise<void> {
  const folder = join(path, '..')
  const before = readFileSync(path)
  const names = readdirSync(folder)
  const opened = await tryToOpen(place, { path, ...options })
  if (!opened?.ok) place.problem(`${what}: it does not open: ${JSON.stringify(opened)}`)
  else if (!['readOnly', 'noPermission'].includes(opened.value.lookOnly?.because ?? '')) {
    place.problem(`${what}: it opens as if it could be written: ${JSON.stringify(opened.value.lookOnly)}`)
  }
  if (!readFileSync(path).equals(before)) place.problem(`${what} was changed`)
  if (String(readdirSync(folder)) !== String(names)) place.problem(`${what}: something was left beside it`)
}

/** While the folder is away people go on and are told; when it is back everything is written by itself. */
async function vanish(
  place: Place,
  path: string,
  what: string,
  { away, back }: { readonly away: () => void; readonly back: () => void },
): Promise<void> {
  const room = await openRoom(place, { path })
  for (let time = 0; time < 2; time++) {
    room.work()
    await room.saved()
    away()
    room.work()
    const said = await room.notSaved()
    if (said !== 'missing') place.problem(`${what} that is away: it says ${said}`)
    if (existsSync(path)) place.problem(`${what} that is away: a new file is in its place`)
    room.work()
    back()
    await room.saved()
    if (!hasAll(place, path, room)) place.problem(`${what} that is back: the file does not have everything`)
  }
  await room.close()
  if (!hasAll(place, path, room)) place.problem(`${what} that is back: closing lost something`)
}
