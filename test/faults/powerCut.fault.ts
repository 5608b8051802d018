import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Randomness, seeded } from '../support/randomness'
import type { Fault, FaultContext } from './fault'
import { NO_BOARD, placesOfPurged, stateAt } from './powerCut/boardState'
import { type Files, SimulatedDisk } from './powerCut/disk'
import { rememberKeys } from './powerCut/rememberKeys'
import { BOARD, lay, oldBoard, type Recording, record } from './powerCut/scenes'

/** Reorderings tried at every moment at which something is promised. */
const PROMISED = 8

const PASSPHRASES = [null, 'first', 'second']

interface Tally {
  prefixes: number
  reorderings: number
  failed: number
}

/** Of how many cuts one is tried. */
interface Sampling {
  readonly everyPrefix: number
  readonly reorderings: number
}

/**
 * The power goes at every moment of a board file's life. What a disk then holds is simulated from the
 * recorded accesses: first everything that was done until then, then any part of what was not yet synced.
 */
export const fault: Fault = {
  async run(context) {
    rememberKeys()
    const tally: Tally = { prefixes: 0, reorderings: 0, failed: 0 }
    const sampling = context.isQuick
      ? { everyPrefix: 6, reorderings: 0.25 }
      : { everyPrefix: 1, reorderings: 6 }
    const life = record(context, 'life', new Map())
    const torn = tornFolders(life, context)
    const recordings = [
      life,
      record(context, 'migration', oldBoard(context)),
      record(context, 'passphrase', finalFolder(life)),
      record(context, 'purge', finalFolder(life)),
      ...torn.map((files) => record(context, 'recovery', files)),
    ]
    for (const recording of recordings) replay(context, recording, sampling, tally)
    const steps = recordings.flatMap((recording) => recording.steps)
    return {
      writes: steps.filter((step) => step.do === 'write').length,
      syncs: steps.filter((step) => step.do === 'sync').length,
      'prefixes tried': tally.prefixes,
      'reorderings tried': tally.reorderings,
      'not opened as saved': tally.failed,
    }
  },
}

function replay(context: FaultContext, recording: Recording, sampling: Sampling, tally: Tally): void {
  const { scene, before, steps } = recording
  const random = seeded(context.seed)
  const folder = join(context.folder, 'cut')
  const passphrases = scene === 'passphrase' ? PASSPHRASES : [null]
  const disk = new SimulatedDisk(before)
  /** In the order in which the board had them; a board is at one of them from the last that was saved on. */
  const states = [stateOf(folder, before)]
  let saved = 0
  let isGone = false
  const check = (files: Files, how: string, at: number) => {
    lay(folder, files)
    const path = join(folder, BOARD)
    const found = stateAt(path, passphrases)
    const places = isGone && states.includes(found) ? placesOfPurged(path) : []
    if (states.slice(saved).includes(found) && places.length === 0) return
    tally.failed += 1
    const where = `${scene}, ${how} step ${at} of ${steps.length} (${nameOf(steps[at])})`
    if (places.length > 0) context.problem(`${where}: what was removed for good is in ${places.join(', ')}`)
    else context.problem(`${where}: ${states.includes(found) ? 'saved work is missing' : found}`)
  }
  for (const [at, step] of steps.entries()) {
    if (step.do === 'begin' && step.state !== 'as it was') states.push(step.state)
    if (step.do === 'saved') saved = states.lastIndexOf(step.state)
    if (step.do === 'gone') isGone = true
    const isSeen = disk.apply(step)
    if (isSeen && random.under(sampling.everyPrefix) === 0) {
      tally.prefixes += 1
      check(disk.now(), 'up to', at)
    }
    const times = isPromise(step) ? PROMISED : timesOf(sampling.reorderings, random)
    for (let time = 0; time < times; time++) {
      tally.reorderings += 1
      check(disk.afterCut(random), 'reordered at', at)
    }
  }
}

function stateOf(folder: string, files: Files): string {
  lay(folder, files)
  return existsSync(join(folder, BOARD)) ? stateAt(join(folder, BOARD), [null]) : NO_BOARD
}

/** The moments at which somebody is told something: nothing that is lost later can be made up for. */
const isPromise = ({ do: kind }: Recording['steps'][number]): boolean => kind === 'saved' || kind === 'gone'

/** How often a rate says, on average. */
const timesOf = (rate: number, random: Randomness): number =>
  Math.floor(rate) + (random.under(1_000) < (rate % 1) * 1_000 ? 1 : 0)

const nameOf = (step: Recording['steps'][number] | undefined): string =>
  step ? JSON.stringify({ ...step, data: undefined }) : 'the end'

function finalFolder({ before, steps }: Recording): Files {
  const disk = new SimulatedDisk(before)
  for (const step of steps) disk.apply(step)
  return disk.now()
}

/** Folders that a power cut left in the middle of a transaction. */
function tornFolders({ before, steps }: Recording, context: FaultContext): Files[] {
  const disk = new SimulatedDisk(before)
  const torn: Files[] = []
  for (const step of steps) {
    disk.apply(step)
    const files = disk.now()
    // The journal is whole and the board is being written.
    if (step.do === 'write' && isBoard(files) && files.get(`${BOARD}-journal`)?.length) torn.push(files)
  }
  const random = seeded(context.seed)
  return Array.from({ length: context.isQuick ? 1 : 4 }, () => random.of(torn) ?? new Map())
}

const isBoard = (files: Files): boolean => files.has(BOARD)
