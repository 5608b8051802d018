import type { WindowPlace } from './libraryData'

/** A rectangle of the desktop in device-independent pixels. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const SMALLEST = { width: 720, height: 540 }
const USUAL = { width: 1360, height: 860 }

/** Part of a window that must be on a display for the window to count as being there. */
const LEAST_VISIBLE = 0.3

/**
 * Where a window goes: its last place moved and shrunk until it lies wholly on a display that still exists, or the
 * middle of the first display. `workAreas` must not be empty.
 */
export function fitPlace(last: WindowPlace | null, workAreas: readonly Area[]): WindowPlace {
  const [first] = workAreas
  if (!first) throw new Error('no display')
  const home = last && bestArea(last, workAreas)
  if (!last || !home) return { ...centred(first), isMaximized: last?.isMaximized ?? false }
  const width = Math.min(Math.max(last.width, SMALLEST.width), home.width)
  const height = Math.min(Math.max(last.height, SMALLEST.height), home.height)
  return {
    x: between(last.x, home.x, home.x + home.width - width),
    y: between(last.y, home.y, home.y + home.height - height),
    width,
    height,
    isMaximized: last.isMaximized,
  }
}

/** The display for the projector: the first that is not the one the facilitator works on, if there is one. */
export function projectorArea<A extends Area>(areas: readonly A[], facilitators: A): A | null {
  return areas.find((area) => area.x !== facilitators.x || area.y !== facilitators.y) ?? null
}

/** The area that shows most of the place, or null when none shows enough of it to be found again. */
function bestArea(place: Area, areas: readonly Area[]): Area | null {
  let best: Area | null = null
  let most = place.width * place.height * LEAST_VISIBLE
  for (const area of areas) {
    const shared = overlap(place, area)
    if (shared >= most) {
      best = area
      most = shared
    }
  }
  return best
}

function overlap(a: Area, b: Area): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}

function centred(area: Area): Area {
  const width = Math.min(USUAL.width, area.width)
  const height = Math.min(USUAL.height, area.height)
  return {
    x: Math.round(area.x + (area.width - width) / 2),
    y: Math.round(area.y + (area.height - height) / 2),
    width,
    height,
  }
}

function between(value: number, least: number, most: number): number {
  return Math.round(Math.min(Math.max(value, least), most))
}
