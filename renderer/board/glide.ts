/** Numbers on their way from where they are seen to where they were last told to be. */
export interface Glide {
  at: readonly number[]
  target: readonly number[]
}

/** Time in which two thirds of the way to a new target is made, ms. */
const EASE = 45

/** The part of the way that is made in `passed` ms. */
export const partOfWay = (passed: number): number => 1 - Math.exp(-Math.min(200, Math.max(0, passed)) / EASE)

/** Stands still where it begins. */
export const glideFrom = (at: readonly number[]): Glide => ({ at, target: at })

/** Goes on a part of the way; false once it is there. */
export function ease(glide: Glide, part: number): boolean {
  const ways = glide.target.map((target, at) => target - (glide.at[at] ?? target))
  if (ways.every((way) => way === 0)) return false
  const isThere = ways.reduce((sum, way) => sum + Math.abs(way), 0) < 0.25
  glide.at = isThere ? glide.target : ways.map((way, at) => (glide.at[at] ?? 0) + way * part)
  return true
}
