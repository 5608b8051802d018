import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { boardOf } from '../../bench/boards'
import { canonical } from '../../support/canonical'
import { documentOfCopy, growBoard, makeBoard, makeOld } from '../boards'
import type { Figures } from '../fault'
import { hasOpened, isDoneOf } from '../hub/marks'
import { startHub } from '../hub/startHub'
import type { Place } from './fullDisk.process'

/** Boards are closed with a rewriting, and old ones migrated, with less and less room. */
export async function openOnFullDisk(place: Place): Promise<Figures> {
  let closings = 0
  let migrations = 0
  const room = place.isQuick ? [0, 2, 9, 60] : Array.from({ length: 40 }, (_, at) => at * 2)
  for (const pages of room) {
    closings += await closeWith(place, pages)
    migrations += await migrateWith(place, pages)
  }
  return { 'closed when full': closings, 'old boards opened when full': migrations }
}

async function closeWith(place: Place, pages: number): Promise<number> {
  const path = join(place.folder, 'closing.ground')
  makeBoard(path, boardOf(80))
  growBoard(path)
  const whole = canonical(documentOfCopy(path, place.aside))
  const hub = startHub(place.program, { path, ...place.hubOptions })
  await hub.hear(hasOpened)
  place.disk.leave(pages)
  hub.ask({ do: 'close' })
  await hub.hear(isDoneOf('close'))
  hub.kill()
  await hub.ended
  const after = canonical(documentOfCopy(path, place.aside))
  if (after !== whole) place.problem(`closing with room for ${pages} pages changed what is in the file`)
  look(place, path, `after closing with room for ${pages} pages`)
  return 1
}

async function migrateWith(place: Place, pages: number): Promise<number> {
  const path = join(place.folder, 'old.ground')
  makeBoard(path, boardOf(80))
  makeOld(path)
  const before = readFileSync(path)
  const open = async () => {
    const hub = startHub(place.program, { path, ...place.hubOptions })
    const opened = await hub.hear(hasOpened)
    hub.kill()
    await hub.ended
    return opened?.board
  }
  place.disk.leave(pages)
  const tried = await open()
  if (tried?.ok === false) {
    const { code } = tried.failure
    if (code !== 'diskFull') place.problem(`an old board with room for ${pages} pages: it says ${code}`)
    if (!readFileSync(path).equals(before)) {
      place.problem(`an old board was changed although there was room for only ${pages} pages`)
    }
  } else if (pages === 0) place.problem('an old board was migrated onto a full disk')
  place.disk.free()
  const again = await open()
  if (!again?.ok) place.problem(`an old board does not open once there is room: ${JSON.stringify(again)}`)
  look(place, path, `after a migration with room for ${pages} pages`)
  return 1
}

/** Nothing half made may lie about, and the next board finds an empty disk. */
function look({ folder, disk, problem }: Place, path: string, when: string): void {
  disk.free()
  const litter = readdirSync(folder).filter((name) => name.endsWith('.new') || name.endsWith('.probe'))
  if (litter.length > 0) problem(`${when} there is litter: ${litter.join(', ')}`)
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
  if (existsSync(path)) problem(`${when} the board cannot be deleted`)
}
