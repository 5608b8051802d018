import type { Camera } from './camera'

/** Keeps two cameras on the same part of the world, whichever of them is moved; the first one leads now. */
export function linkCameras(leader: Camera, other: Camera): () => void {
  const follow = (from: Camera, to: Camera) => from.view.subscribe(() => to.set(from.view.get()))
  other.set(leader.view.get())
  const stops = [follow(leader, other), follow(other, leader)]
  return () => {
    for (const stop of stops) stop()
  }
}
