import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as Y from 'yjs'
import { boardOf, moves } from '../../bench/boards'
import { writeVersion1 } from '../../support/version1'
import type { FaultContext } from '../fault'
import { type Files, SimulatedDisk } from './disk'
import { type Step, stepOf } from './trace'

/** What a scene found, and everything it did then. */
export interface Recording {
  readonly scene: string
  readonly before: Files
  readonly steps: readonly Step[]
}

const LONG_AGO = Date.now() / 1_000 - 3_600

export const BOARD = 'board.ground'

/** Plays a scene of `scene.process.ts` in a folder with these files, and records every access to it. */
export function record(context: FaultContext, scene: string, before: Files): Recording {
  const folder = join(context.folder, `scene-${scene}`)
  const trace = join(context.folder, `${scene}.trace`)
  lay(folder, before)
  writeFileSync(trace, '')
  const played = spawnSync(
    process.execPath,
    [
      ...['--import', context.program('recorder.preload')],
      ...[context.program('scene.process'), scene, join(folder, BOARD), String(context.seed)],
    ],
    {
      env: { ...process.env, GROUND_FOLDER: folder, GROUND_TRACE: trace },
      stdio: ['ignore', 'inherit', 'pipe'],
      encoding: 'utf8',
    },
  )
  if (played.status !== 0) throw new Error(`the scene ${scene} failed: ${played.stderr}`)
  const steps = readFileSync(trace, 'utf8').split('\n').filter(Boolean).map(stepOf)
  const recording = { scene, before, steps }
  compareWithDisk(recording, folder)
  return recording
}

/** Puts exactly these files in a folder; null makes a folder. */
export function lay(folder: string, files: Files): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  for (const [name, bytes] of files) {
    const path = join(folder, name)
    if (bytes) writeFileSync(path, bytes)
    else mkdirSync(path, { recursive: true })
    // Nobody starts a computer again at once.
    utimesSync(path, LONG_AGO, LONG_AGO)
  }
}

/** A recorder that had missed something would make every finding worthless. */
function compareWithDisk({ scene, before, steps }: Recording, folder: string): void {
  const disk = new SimulatedDisk(before)
  for (const step of steps) disk.apply(step)
  const simulated = disk.now()
  const names = readdirSync(folder).sort()
  const isSame =
    JSON.stringify(names) === JSON.stringify([...simulated.keys()].sort()) &&
    names.every((name) => {
      const path = join(folder, name)
      return statSync(path).isDirectory() || simulated.get(name)?.equals(readFileSync(path))
    })
  if (!isSame) throw new Error(`the recording of ${scene} does not lead to what is on the disk: ${names}`)
}

/** A folder with a board of the first version. */
export function oldBoard(context: FaultContext): Files {
  const folder = join(context.folder, 'old')
  mkdirSync(folder)
  const path = join(folder, BOARD)
  const doc = boardOf(20)
  const snapshot = Y.encodeStateAsUpdate(doc)
  writeVersion1(path, {
    id: 'old',
    snapshot,
    through: 3,
    updates: moves(doc, 5),
    pictures: new Map([['ab'.repeat(32), new Uint8Array(5_000).fill(9)]]),
    devices: new Map([[new Uint8Array(32).fill(1), 'amal']]),
  })
  return new Map([[BOARD, readFileSync(path)]])
}
