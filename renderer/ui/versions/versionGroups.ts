import type { BoardVersion } from '#shared/ipc/contract'

export interface VersionDay {
  /** ms since 1970 of a moment on that day, here. */
  readonly day: number
  readonly versions: readonly BoardVersion[]
}

/**
 * Parts versions into those that a person named and, day by day where the person is, those made by
 * themselves. The order of the list, the newest first, stays within each.
 */
export function groupVersions(versions: readonly BoardVersion[]): {
  named: readonly BoardVersion[]
  days: readonly VersionDay[]
} {
  const days = new Map<number, BoardVersion[]>()
  for (const version of versions) {
    if (version.kind === 'named') continue
    const day = startOfDay(version.made)
    const group = days.get(day)
    if (group) group.push(version)
    else days.set(day, [version])
  }
  return {
    named: versions.filter(({ kind }) => kind === 'named'),
    days: [...days].sort(([a], [b]) => b - a).map(([day, group]) => ({ day, versions: group })),
  }
}

/** How many days before `now` a moment lies: 0 today, 1 yesterday; negative when it is yet to come. */
export function daysAgo(moment: number, now: number): number {
  return Math.round((startOfDay(now) - startOfDay(moment)) / 86_400_000)
}

function startOfDay(moment: number): number {
  return new Date(moment).setHours(0, 0, 0, 0)
}
