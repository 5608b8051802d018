import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { losesNothing } from '#shared/damageReport'
import { openBoardFile } from '../../../electron/files/boardFile'
import { inspectDamage, repairBoardFile } from '../../../electron/files/repair'
import { type BoardFacts, factsOf } from '../../support/boardFacts'

/** What came of a spoilt board. */
export type Ending =
  | 'opened whole'
  | 'repaired without loss'
  | 'repaired, loss said'
  | 'older state, said'
  | 'refused'

/** A board file before it was spoilt. */
export interface WholeBoard {
  readonly facts: BoardFacts
  /** The bytes of an earlier generation that lies beside it, and what that holds. */
  readonly earlier?: { readonly bytes: Uint8Array; readonly facts: BoardFacts }
}

/**
 * Opens a board file with these bytes at `path`, in an empty folder, as the app would: what does not open is
 * looked into and repaired. `problem` is called for all that was lost in silence, changed too early or not kept.
 */
export function tryBoard(
  path: string,
  spoilt: Uint8Array,
  { facts: whole, earlier }: WholeBoard,
  problem: (sentence: string) => void,
): Ending {
  writeFileSync(path, spoilt)
  if (earlier) writeFileSync(`${path}.bak`, earlier.bytes)
  const files = readdirSync(dirname(path)).length
  const isUntouched = () => Buffer.compare(readFileSync(path), spoilt) === 0
  const inspected = inspectDamage(path)
  const opened = openBoardFile(path)
  if (opened.ok) {
    opened.value.file.release()
    if (JSON.stringify(factsOf(path)) !== JSON.stringify(whole)) problem('something was lost in silence')
    return 'opened whole'
  }
  if (!isUntouched()) problem('a board that did not open was changed')
  if (inspected.ok && inspected.value.isWhole) problem('a damaged board was called whole')
  const repaired = repairBoardFile(path)
  if (!repaired.ok) {
    if (!isUntouched() || readdirSync(dirname(path)).length !== files) problem('a refused board was changed')
    if (earlier) problem('it was refused with a whole generation beside it')
    return 'refused'
  }
  const { report, damaged } = repaired.value
  if (Buffer.compare(readFileSync(damaged), spoilt) !== 0) problem('the damaged file was not kept as it was')
  if (earlier && Buffer.compare(readFileSync(`${damaged}.bak`), earlier.bytes) !== 0)
    problem('the generation beside the damaged file was not kept')
  const { lost, source } = report
  const after = factsOf(path)
  if (after.isWaiting) problem('the repaired board waits for changes that are gone')
  const isAllThere = after.document === whole.document
  const isLossSaid = lost.changes > 0 || lost.perhapsNewest || source !== 'file'
  if (!isAllThere && !isLossSaid) problem('a repair lost changes and did not say so')
  for (const kind of ['versions', 'pictures', 'people', 'exports', 'sealed'] as const) {
    const gone = whole[kind].filter((one) => !after[kind].includes(one)).length
    if (gone > lost[kind] && !lost.perhapsMore)
      problem(`a repair lost ${gone} ${kind} and said ${lost[kind]}`)
    // The damaged file is a copy of the board, and is listed as one.
    const isMadeUp = (one: string) => !whole[kind].includes(one) && !one.includes(basename(damaged))
    if (after[kind].some(isMadeUp)) problem(`a repair made up ${kind}`)
  }
  if (earlier) {
    const lacks = (kind: 'versions' | 'pictures') =>
      earlier.facts[kind].some((one) => whole[kind].includes(one) && !after[kind].includes(one))
    if (lacks('versions') || lacks('pictures')) problem('something is lost that the generation before has')
  }
  if (source !== 'file') return 'older state, said'
  return losesNothing(report) ? 'repaired without loss' : 'repaired, loss said'
}
