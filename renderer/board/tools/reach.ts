import type { Camera } from '../camera'

/** Narrower screens, in CSS pixels, are held or sat at by one person. */
const SHARED_SCREEN = 1400
/** A wall with a shorter side than this, in CSS pixels, is on a phone: cards fill it, and a finger has nowhere else to land. */
const PHONE_WALL = 480
/** CSS pixels on a shared screen within which touches belong to one person: about one a millimetre at 86 inches. */
const REACH = 450

/** True when two people can work at this screen at once. */
export function isShared({ viewport }: Pick<Camera, 'viewport'>): boolean {
  return viewport.get().width >= SHARED_SCREEN
}

/** CSS pixels within which two touches belong to one person; on a small screen all do. */
export function reachOf(camera: Pick<Camera, 'viewport'>): number {
  return isShared(camera) ? REACH : Number.POSITIVE_INFINITY
}

/** True when this screen is held in a hand. */
export function isPhone({ viewport }: Pick<Camera, 'viewport'>): boolean {
  const { width, height } = viewport.get()
  return Math.min(width, height) < PHONE_WALL
}
