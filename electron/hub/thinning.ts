import type { BoardVersion } from '#shared/ipc/contract'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
/** ms that a state from before a restore is kept. */
const REGRET = 30 * DAY

/** The newest automatic ones stay whatever the clock says: one that ran wild must not thin today's work. */
const ALWAYS = 12

/** Up to this age (ms) one version is kept of each span (ms). */
const SPANS = [
  { until: HOUR, span: 0 },
  { until: DAY, span: HOUR },
  { until: 30 * DAY, span: DAY },
  { until: Number.POSITIVE_INFINITY, span: 7 * DAY },
] as const

/**
 * The ids of versions that need not be kept any longer: of those made by themselves all of the last hour
 * stay, one an hour for a day, one a day for a month and one a week from then on, and the same for the end
 * of each stage. What a person named is never among them. `now` in ms since 1970.
 */
export function superfluous(
  versions: readonly Pick<BoardVersion, 'id' | 'made' | 'kind' | 'stage'>[],
  now: number,
): number[] {
  const newestFirst = [...versions].sort((a, b) => b.id - a.id)
  const automatic = newestFirst.filter(({ kind }) => kind === 'busy' || kind === 'stage')
  const regretted = newestFirst.filter(({ kind, made }) => kind === 'beforeRestore' && now - made > REGRET)
  const kept = new Set<string>()
  const thinned = automatic.slice(ALWAYS).filter(({ made, kind, stage }) => {
    const span = SPANS.find(({ until }) => now - made < until)?.span ?? 0
    if (span === 0) return false
    const place = [kind === 'stage' ? stage : kind, span, Math.floor(made / span)].join()
    if (!kept.has(place)) {
      kept.add(place)
      return false
    }
    return true
  })
  return [...thinned, ...regretted].map(({ id }) => id)
}
