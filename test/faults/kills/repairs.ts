import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { openBoardFile } from '../../../electron/files/boardFile'
import { inspectDamage, repairBoardFile } from '../../../electron/files/repair'
import { type BoardFacts, factsOf } from '../../support/boardFacts'
import type { Randomness } from '../../support/randomness'
import { makeRichBoard } from '../../support/richBoard'
import type { FaultContext } from '../fault'
import type { Mark } from '../hub/marks'
import type { Tally } from './tally'

/** A damaged board, and what a repair that nobody kills makes of it. */
export interface DamagedBoard {
  readonly path: string
  readonly bytes: Buffer
  readonly repaired: BoardFacts
}

/** Damages a board in a folder of its own so that it does not open and can be repaired; it has an earlier generation. */
export function makeDamaged(folder: string, random: Randomness): DamagedBoard {
  mkdirSync(folder)
  const path = join(folder, 'board.ground')
  makeRichBoard(path, { seed: 1 + random.under(1_000), rounds: 8 })
  copyFileSync(path, `${path}.bak`)
  const whole = readFileSync(path)
  for (;;) {
    const bytes = Buffer.from(whole)
    for (let flips = 0; flips < 3; flips++) {
      const at = random.under(bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 + random.under(255))
    }
    writeFileSync(path, bytes)
    const found = inspectDamage(path)
    if (!found.ok || found.value.isWhole) continue
    const aside = join(folder, 'aside')
    mkdirSync(aside)
    const copy = join(aside, 'board.ground')
    for (const ending of ['', '.bak']) copyFileSync(path + ending, copy + ending)
    const isRepaired = repairBoardFile(copy).ok
    const repaired = isRepaired ? factsOf(copy) : undefined
    rmSync(aside, { recursive: true })
    if (repaired) return { path, bytes, repaired }
  }
}

/**
 * Kills `cli repair` at one of its accesses to the disk and looks at what it leaves: always the damaged file or the
 * repaired one is there, and the damaged one somewhere.
 */
export async function killRepair(
  context: FaultContext,
  folder: string,
  random: Randomness,
  tally: Tally,
): Promise<void> {
  const board = makeDamaged(folder, random)
  const step = 1 + random.under(tally.steps.get('repair') ?? 60)
  const steps = await runRepair(context, board.path, step)
  // It may have come to its end before.
  if (steps !== undefined) tally.steps.set('repair', Math.max(tally.steps.get('repair') ?? 0, steps))
  const problem = (sentence: string) =>
    context.problem(`a repair that was killed at step ${step}: ${sentence}`)
  const holdsDamaged = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && readFileSync(join(folder, entry.name)).equals(board.bytes),
  )
  if (holdsDamaged.length === 0) problem('the damaged file is gone')
  const present = readFileSync(board.path)
  if (!present.equals(board.bytes)) {
    const opened = openBoardFile(board.path)
    if (opened.ok) opened.value.file.release()
    else problem(`what is in its place does not open: ${opened.failure.code}`)
  }
  // Whoever tries again gets everything.
  const found = inspectDamage(board.path)
  if (found.ok && !found.value.isWhole && !repairBoardFile(board.path).ok) problem('it cannot be tried again')
  const after = factsOf(board.path)
  for (const kind of ['document', 'versions', 'pictures', 'people'] as const)
    if (JSON.stringify(after[kind]) !== JSON.stringify(board.repaired[kind]))
      problem(`${kind} are not all there`)
  rmSync(folder, { recursive: true })
  tally.opened += 1
}

/** Runs `cli repair`. Returns how often it touched the disk, or undefined when it was killed. */
async function runRepair(context: FaultContext, path: string, step: number): Promise<number | undefined> {
  const child = spawn(
    process.execPath,
    ['--import', context.program('marks.preload'), context.program('cli'), 'repair', path],
    {
      stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
      env: { ...process.env, GROUND_KILL: JSON.stringify({ window: 'repair', step }) },
    },
  )
  let said = ''
  const marks = child.stdio[3] as Readable
  marks.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const [status] = await once(child, 'close')
  const ends = said
    .split('\n')
    .filter(Boolean)
    .map((line): Mark => JSON.parse(line))
  const end = ends.find((mark): mark is Mark & { mark: 'end' } => mark.mark === 'end')
  if (status !== null && status !== 0) context.problem(`cli repair ended with ${status}`)
  return end?.steps
}
