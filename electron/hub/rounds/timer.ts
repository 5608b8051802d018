import type { RoundKind } from './kind'

/** How long a timer whose time is up is still shown, ms. */
export const LINGERS = 60_000

/** One clock for everybody in a room. */
export const timer: RoundKind<'timer'> = {
  name: 'timer',
  givesWay: true,
  lingers: LINGERS,
  hasDocuments: false,
  leavesWords: false,
  open: ({ settings }) => ({ shownTo: () => ({ kind: 'timer', silent: settings.silent ?? false }) }),
}
