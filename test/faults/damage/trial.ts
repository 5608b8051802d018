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

/**
 * Opens a board file with these bytes at `path`, in an empty folder, as the app would: what does not open is
 * looked into and repaired. `problem` is called for all that was lost in silence, changed too early or not kept.
 */
export function tryBoard(
  path: string,
  spoilt: Uint8Array,
  whole: BoardFacts,
  problem: (sentence: string) => void,
): Ending {
  writeFileSync(path, spoilt)
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
    if (!isUntouched() || readdirSync(dirname(path)).length !== 1) problem('a refused board was changed')
    return 'refused'
  }
  const { report, damaged } = repaired.value
  if (Buffer.compare(readFileSync(damaged), spoilt) !== 0) problem('the damaged file was not kept as it was')
  const { lost, source } = report
  const after = factsOf(path)
  if (after.isWaiting) problem('the repaired board waits for changes that are gone')
  const isAllThere = after.document === whole.document
  const isLossSaid = lost.changes > 0 || lost.perhapsNewest || source !== 'file'
  if (!isAllThere && !isLossSaid) problem('a repair lost changes and did not say so')
  for (const kind of ['versions', 'pictures', 'people', 'exports'] as const) {
    const gone = whole[kind].filter((one) => !after[kind].includes(one)).length
    if (gone > lost[kind] && !lost.perhapsMore)
      problem(`a repair lost ${gone} ${kind} and said ${lost[kind]}`)
    // The damaged file is a copy of the board, and is listed as one.
    const isMadeUp = (one: string) => !whole[kind].includes(one) && !one.includes(basename(damaged))
    if (after[kind].some(isMadeUp)) problem(`a repair made up ${kind}`)
  }
  if (source !== 'file') return 'older state, said'
  return losesNothing(report) ? 'repaired without loss' : 'repaired, loss said'
}
