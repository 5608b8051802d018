import type * as Y from 'yjs'
import { z } from 'zod'
import type { BoardFile } from '../../../electron/files/boardFile'
import type { Randomness } from '../../support/randomness'
import { containment } from '../contains'
import type { Guest } from '../guest'
import type { Mark, Window } from '../hub/marks'
import type { Death, HubProcess } from '../hub/startHub'
import { heldUp } from '../hub/waiting'
import type { Place, Tally, Work } from './tally'

/** The moment at which a kill is to fall. */
export type Plan =
  | { readonly kind: 'editing'; readonly after: number }
  | { readonly kind: 'opening'; readonly after: number }
  /** At a disk access, or some part of the usual time, after the work has begun. */
  | { readonly kind: Work; readonly step: number | undefined; readonly part: number }

/** Chooses the moment for a kind of kill. */
export function choosePlan(kind: Plan['kind'], random: Randomness, tally: Tally): Plan {
  if (kind === 'editing') return { kind, after: 20 + random.under(600) }
  if (kind === 'opening') return { kind, after: random.under(400) }
  const steps = tally.steps.get(kind) ?? 40
  // Most kills go to a disk access, all of which are as likely; some come from outside at any moment. What was said
  // to be gone is looked for too, so half of those of a purge come after it.
  const isInside = random.under(4) > (kind === 'purge' ? 2 : 0)
  const part = random.under(kind === 'purge' ? 200 : 110) / 100
  return { kind, step: isInside ? 1 + random.under(steps) : undefined, part }
}

const windowOf = (kind: Work): Window => (kind === 'migration' || kind === 'purge' ? 'generation' : kind)

/** Where a hub is to kill itself for this plan; undefined when that is done from outside. */
export function killAtOf(plan: Plan): { readonly window: Window; readonly step: number } | undefined {
  return 'step' in plan && plan.step !== undefined
    ? { window: windowOf(plan.kind), step: plan.step }
    : undefined
}

/** The beginning of the work that a plan waits for. */
export const isBeginOf =
  (kind: Work) =>
  (mark: Mark): mark is Mark & { readonly mark: 'begin' } =>
    mark.mark === 'begin' && mark.window === windowOf(kind)

/** Keeps in mind how long each work was, and says in which of them the process ended. */
export function surveyWindows(marks: readonly Mark[], kind: Plan['kind'], tally: Tally): Place {
  let open: (Mark & { readonly mark: 'begin' }) | undefined
  let isOpened = false
  let purging: number | undefined
  for (const mark of marks) {
    if (mark.mark === 'opened') isOpened = true
    if (mark.mark === 'begin') open = mark
    if (mark.mark === 'asked' && mark.what.do === 'purge') purging = mark.at
    if (mark.mark === 'did' && mark.what.do === 'purge' && purging !== undefined) {
      // From the question on, since most of it is done before the new file is begun.
      tally.spans.set('purge', mark.at - purging)
      purging = undefined
    }
    if (mark.mark !== 'end' || !open) continue
    const work =
      mark.window === 'generation' && (kind === 'migration' || kind === 'purge') ? kind : mark.window
    tally.steps.set(work, Math.max(tally.steps.get(work) ?? 0, mark.steps))
    if (work !== 'purge') tally.spans.set(work, mark.at - open.at)
    open = undefined
  }
  if (purging !== undefined) return 'a purge'
  switch (open?.window) {
    case 'snapshot':
      return 'a snapshot'
    case 'version':
      return 'making a version'
    case 'generation':
      return isOpened ? 'rewriting' : 'migration'
    default:
      return isOpened ? 'editing' : 'opening'
  }
}

/**
 * Checks the document of a file against what its guests were told. Returns the messages that the hub had
 * called saved.
 */
export function surveyEdits(
  doc: Y.Doc,
  guests: readonly Guest[],
  { marks }: HubProcess,
  death: Death,
  tally: Tally,
): { readonly saved: readonly Uint8Array[]; readonly problems: readonly string[] } {
  const arrivals = arrivalsIn(marks)
  const isThere = containment(doc)
  const saved: Uint8Array[] = []
  const problems: string[] = []
  let oldest = 0
  let byClock = 0
  for (const { name, sent } of guests)
    for (const { line, sequence, bytes, isAcknowledged } of sent) {
      if (isAcknowledged) saved.push(bytes)
      if (isThere(bytes)) continue
      if (isAcknowledged) {
        tally.lost += 1
        problems.push(`${name}'s message ${sequence} was called saved and is not in the file`)
      }
      const arrived = arrivals.get(`${name} ${line} ${sequence}`)
      if (arrived === undefined) continue
      byClock = Math.max(byClock, death.at - arrived.at)
      oldest = Math.max(oldest, death.at - arrived.at - heldUp(arrived.waits, death.waits))
    }
  tally.acknowledged += saved.length
  tally.longestLoss = Math.max(tally.longestLoss, oldest)
  tally.byClock.push(byClock)
  if (oldest > MOST_LOST) problems.push(`an edit is missing that had been with the hub for ${ms(oldest)} ms`)
  return { saved, problems }
}

/**
 * ms of the hub's own time. On a machine that does nothing else the clock shows half of this: 33 until a round of
 * edits, 100 until a write. Beside other programs it shows what they take as well, and that can be any amount.
 */
export const MOST_LOST = 250
const ms = (value: number) => Math.round(value)

/** When each message came to the hub that it accepted. */
function arrivalsIn(marks: readonly Mark[]): Map<string, Death> {
  const arrivals = new Map<string, Death>()
  const lines = new Map<string, number>()
  for (const mark of marks) {
    if (mark.mark === 'asked' && mark.what.do === 'close') break
    if (mark.mark === 'hello') lines.set(mark.guest, (lines.get(mark.guest) ?? -1) + 1)
    if (mark.mark === 'received')
      arrivals.set(`${mark.guest} ${lines.get(mark.guest)} ${mark.sequence}`, mark)
  }
  return arrivals
}

/** The names of versions that the hub said it has kept. */
export const versionsKept = (marks: readonly Mark[]): string[] =>
  marks.flatMap((mark) =>
    mark.mark === 'did' && mark.failure === null && mark.what.do === 'keepVersion' ? [mark.what.name] : [],
  )

/** True when the hub said that a purge was done. */
export const isPurged = (marks: readonly Mark[]): boolean =>
  marks.some((mark) => mark.mark === 'did' && mark.failure === null && mark.what.do === 'purge')

/** The names of the versions in a file. */
export function versionNames(file: BoardFile): string[] {
  const found = file.versions.list()
  if (!found.ok) return []
  return found.value.versions.map(({ about }) => named.parse(about).name)
}

const named = z.object({ name: z.string() })
