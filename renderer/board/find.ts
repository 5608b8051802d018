import type { Dispose } from '#shared/board/observe'
import { centreOf } from '#shared/cards/box'
import type { Drawable } from '#shared/cards/kind'
import { directionOf } from '#shared/language'
import { termsOf } from '#shared/search/find'
import { fold } from '#shared/search/fold'
import type { View } from './camera'
import type { Session } from './session'
import { type Signal, signal } from './signal'

export interface Found {
  readonly query: string
  /** The cards that say it, in reading order. */
  readonly ids: readonly string[]
  /** The one that is shown; -1 when there is none. */
  readonly at: number
}

/** Looks for words on the wall while they are typed. */
export interface Find {
  readonly found: Signal<Found>
  /** Looks for something else; what was found follows at once, or in pieces on a large wall. */
  look(query: string): void
  /** Goes to the next or the previous card and selects it. */
  go(steps: 1 | -1): void
  /** Stays at the card that is shown, which is selected; with nothing found it goes back to where it began. */
  end(): void
  dispose: Dispose
}

const NOTHING: Found = { query: '', ids: [], at: -1 }

/** One piece of looking, ms: well below a frame. */
const PIECE = 6
/** After a change of the wall it is looked again, at most this often, ms. */
const AGAIN = 300
/** At less than this a card that was found could not be read. */
const READING_ZOOM = 0.5
/** Cards whose tops are this close read as one row; world units. */
const ROW = 120

type Wall = Pick<Session, 'records' | 'scene' | 'camera' | 'selection'>

/** Makes a search that looks for nothing yet; `soon` does the next piece of work. */
export function createFind(
  wall: Wall,
  soon: (work: () => void) => void = (work) => void setTimeout(work),
): Find {
  const { records, scene, camera, selection } = wall
  const found = signal<Found>(NOTHING)
  const folded = new WeakMap<Drawable, string>()
  let begun: View | null = null
  let search = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const textOf = (drawable: Drawable): string => {
    const known = folded.get(drawable)
    if (known !== undefined) return known
    const text = wordsOnCard(drawable).map(fold).join('\n')
    folded.set(drawable, text)
    return text
  }

  const show = (at: number, ids: readonly string[], query: string) => {
    found.set({ query, ids, at })
    const place = scene.get(ids[at] ?? '')?.place
    if (place) camera.reveal(place, 96, READING_ZOOM)
  }

  const take = (query: string, hits: readonly Drawable[]) => {
    const isFromRight = directionOf(records.singleton('meta').language) === 'rtl'
    const sorted = [...hits].sort(inReadingOrder(isFromRight))
    const ids = sorted.map(({ id }) => id)
    const { ids: before, at } = found.get()
    const same = ids.indexOf(before[at] ?? '')
    show(same >= 0 ? same : nearest(sorted, begun ?? camera.view.get()), ids, query)
  }

  const run = (query: string) => {
    const mine = ++search
    const terms = termsOf(query)
    // The list stays as it was when somebody changes the wall meanwhile.
    const cards = records.all('cards')
    const hits: Drawable[] = []
    let next = 0
    const piece = () => {
      if (mine !== search) return
      const until = performance.now() + PIECE
      while (next < cards.length) {
        const drawable = scene.get(cards[next++]?.id ?? '')
        if (drawable) {
          const text = textOf(drawable)
          if (terms.length > 0 && terms.every((term) => text.includes(term))) hits.push(drawable)
        }
        if (next % 32 === 0 && performance.now() >= until) return soon(piece)
      }
      take(query, hits)
    }
    piece()
  }

  const stop = scene.subscribe(() => {
    if (begun === null || timer !== undefined) return
    timer = setTimeout(() => {
      timer = undefined
      run(found.get().query)
    }, AGAIN)
  })
  const rest = () => {
    clearTimeout(timer)
    timer = undefined
    search++
  }

  return {
    found,
    look(query) {
      begun ??= camera.view.get()
      run(query)
    },
    go(steps) {
      const { query, ids, at } = found.get()
      if (ids.length === 0) return
      const next = (at + steps + ids.length) % ids.length
      selection.set(ids.slice(next, next + 1))
      show(next, ids, query)
    },
    end() {
      const { ids, at } = found.get()
      const id = ids[at]
      rest()
      if (id !== undefined) selection.set([id])
      else if (begun) camera.go(begun)
      begun = null
      found.set(NOTHING)
    },
    dispose() {
      rest()
      stop()
    },
  }
}

/** Everything that can be read on a card: what it says, what it quotes and why, its captions. */
function wordsOnCard({ card, details }: Drawable): string[] {
  const captions = details.frames.map(({ frame }) => frame.caption)
  return [card.text, details.quote ?? card.quote, card.why, card.link, ...captions].filter(
    (text) => text !== '',
  )
}

const inReadingOrder =
  (isFromRight: boolean) =>
  ({ place: a }: Drawable, { place: b }: Drawable): number =>
    Math.floor(a.y / ROW) - Math.floor(b.y / ROW) || (isFromRight ? b.x - a.x : a.x - b.x)

function nearest(drawables: readonly Drawable[], { x, y }: View): number {
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (const [at, { place }] of drawables.entries()) {
    const [cx, cy] = centreOf(place)
    const far = Math.hypot(cx - x, cy - y)
    if (far >= least) continue
    least = far
    best = at
  }
  return best
}
