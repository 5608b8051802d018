import type * as Y from 'yjs'
import { z } from 'zod'
import type { BoardFile } from '../../../electron/files/boardFile'
import type { Randomness } from '../../support/randomness'
import { containment } from '../contains'
import type { Guest } from '../guest'
import type { Mark, Window } from '../hub/marks'
import type { Death, HubProcess } from '../hub/startHub'
import type { Place, Tally } from './tally'

/** The moment at which a kill is to fall. */
export type Plan =
  | { readonly kind: 'editing'; readonly after: number }
  | { readonly kind: 'opening'; readonly after: number }
  /** At a disk access, or some part of the usual time, after the window has begun. */
  | { readonly kind: Window | 'migration'; readonly step: number | undefined; readonly part: number }

/** Kinds that can be asked for now, each as often as it stands here. */
export function choosePlan(random: Randomness, kinds: readonly Plan['kind'][], tally: Tally): Plan {
  const kind = random.of(kinds) ?? 'editing'
  if (kind === 'editing') return { kind, after: 20 + random.under(600) }
  if (kind === 'opening') return { kind, after: random.under(400) }
  const steps = tally.steps.get(windowOf(kind)) ?? 40
  // Most kills go to a disk access, all of which are as likely; some come from outside at any moment.
  const isInside = random.under(4) > 0
  return { kind, step: isInside ? 1 + random.under(steps) : undefined, part: random.under(110) / 100 }
}

export const windowOf = (kind: Window | 'migration'): Window => (kind === 'migration' ? 'generation' : kind)

/** Keeps in mind how long each window was, and says in which of them the process ended. */
export function surveyWindows(marks: readonly Mark[], tally: Tally): Place {
  let open: (Mark & { readonly mark: 'begin' }) | undefined
  let isOpened = false
  for (const mark of marks) {
    if (mark.mark === 'opened') isOpened = true
    if (mark.mark === 'begin') open = mark
    if (mark.mark !== 'end' || !open) continue
    tally.steps.set(mark.window, Math.max(tally.steps.get(mark.window) ?? 0, mark.steps))
    tally.spans.set(mark.window, mark.at - open.at)
    open = undefined
  }
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
      oldest = Math.max(oldest, death.at - arrived.at - (death.waited - arrived.waited))
    }
  tally.acknowledged += saved.length
  tally.longestLoss = Math.max(tally.longestLoss, oldest)
  tally.longestByClock = Math.max(tally.longestByClock, byClock)
  if (oldest > MOST_LOST) problems.push(`an edit is missing that had been with the hub for ${ms(oldest)} ms`)
  return { saved, problems }
}

/** ms. */
export const MOST_LOST = 250
const ms = (value: number) => Math.round(value)

/** When each message came to the hub that it accepted. */
function arrivalsIn(marks: readonly Mark[]): Map<string, Death> {
  const arrivals = new Map<string, Death>()
  const lines = new Map<string, number>()
  for (const mark of marks) {
    if (mark.mark === 'closing') break
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

/** The names of the versions in a file. */
export function versionNames(file: BoardFile): string[] {
  const found = file.versions.list()
  if (!found.ok) return []
  return found.value.versions.map(({ about }) => named.parse(about).name)
}

const named = z.object({ name: z.string() })
