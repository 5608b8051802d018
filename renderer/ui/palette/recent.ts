import type { Platform } from '../../platform/platform'

/** As many as one takes in at a glance. */
const MOST = 5
const KEY = 'commands'

/** What was last asked for on this device, the latest first. */
export function recentlyAsked({ recall }: Pick<Platform, 'recall'>): readonly string[] {
  return (recall(KEY) ?? '').split(' ').filter((key) => key !== '')
}

/** Remembers that this was asked for. */
export function noteAsked(platform: Pick<Platform, 'recall' | 'remember'>, key: string): void {
  const before = recentlyAsked(platform).filter((each) => each !== key)
  platform.remember(KEY, [key, ...before].slice(0, MOST).join(' '))
}
