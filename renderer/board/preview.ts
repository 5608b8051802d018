import type { Pen, Tint } from '#shared/board/vocabulary'
import type { Box, Point } from '#shared/cards/box'
import type { InkPoint } from '#shared/cards/ink'
import type { Drawable } from '#shared/cards/kind'
import { type Signal, signal } from './signal'
import type { Guide } from './snapping'

/** Cards that are painted elsewhere than the document says while a gesture lasts. */
export interface Lift {
  readonly drawables: readonly Drawable[]
  /** World units. */
  readonly delta: Point
}

/** A pen stroke under way, in world units. */
export interface InkLine {
  readonly points: readonly InkPoint[]
  readonly width: number
  readonly pen: Pen
  readonly tint: Tint
  /** Stays inside this box when it is drawn in a frame. */
  readonly clip: Box | null
}

/**
 * What gestures under way look like, keyed by gesture: several people may work at one screen. Nothing
 * here is in the document: writing each move of a drag of 500 cards would grow the file by 40 %.
 */
export interface Preview {
  readonly lifts: Signal<ReadonlyMap<object, Lift>>
  readonly lines: Signal<ReadonlyMap<object, InkLine>>
  /** Why things are held where they are. */
  readonly guides: Signal<ReadonlyMap<object, readonly Guide[]>>
  /** Loops being drawn around cards, world units. */
  readonly loops: Signal<ReadonlyMap<object, readonly Point[]>>
  /** The selection box being drawn, world units. */
  readonly band: Signal<Box | null>
  /** The fields around cards that would begin a theme if they were let go now, world units. */
  readonly gatherings: Signal<ReadonlyMap<object, Box>>
  /** The cards that connectors under way would be joined to. */
  readonly aims: Signal<ReadonlyMap<object, string>>
  lift(gesture: object, lift: Lift): void
  draw(gesture: object, line: InkLine): void
  guide(gesture: object, guides: readonly Guide[]): void
  loop(gesture: object, points: readonly Point[]): void
  stretch(band: Box | null): void
  gather(gesture: object, field: Box | null): void
  aim(gesture: object, card: string | null): void
  /** Drops whatever this gesture shows. */
  drop(gesture: object): void
}

/** Makes an empty preview. */
export function createPreview(): Preview {
  const lifts = signal<ReadonlyMap<object, Lift>>(new Map())
  const lines = signal<ReadonlyMap<object, InkLine>>(new Map())
  const guides = signal<ReadonlyMap<object, readonly Guide[]>>(new Map())
  const loops = signal<ReadonlyMap<object, readonly Point[]>>(new Map())
  const band = signal<Box | null>(null)
  const gatherings = signal<ReadonlyMap<object, Box>>(new Map())
  const aims = signal<ReadonlyMap<object, string>>(new Map())
  return {
    lifts,
    lines,
    guides,
    loops,
    band,
    gatherings,
    aims,
    lift: (gesture, lift) => lifts.set(new Map(lifts.get()).set(gesture, lift)),
    draw: (gesture, line) => lines.set(new Map(lines.get()).set(gesture, line)),
    guide: (gesture, shown) => guides.set(new Map(guides.get()).set(gesture, shown)),
    loop: (gesture, points) => loops.set(new Map(loops.get()).set(gesture, points)),
    stretch: (box) => band.set(box),
    gather(gesture, field) {
      const next = new Map(gatherings.get())
      if (field) next.set(gesture, field)
      else if (!next.delete(gesture)) return
      gatherings.set(next)
    },
    aim(gesture, card) {
      if ((aims.get().get(gesture) ?? null) === card) return
      const next = new Map(aims.get())
      if (card === null) next.delete(gesture)
      else next.set(gesture, card)
      aims.set(next)
    },
    drop(gesture) {
      for (const shown of [lifts, lines, guides, loops, gatherings, aims] as const) {
        if (!shown.get().has(gesture)) continue
        const rest = new Map<object, never>(shown.get() as ReadonlyMap<object, never>)
        rest.delete(gesture)
        shown.set(rest)
      }
    },
  }
}
