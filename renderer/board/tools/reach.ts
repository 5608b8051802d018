import type { Camera } from '../camera'

/** Narrower screens, in CSS pixels, are held or sat at by one person. */
const SHARED_SCREEN = 1400
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
