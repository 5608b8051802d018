import {
  type BenchCard,
  type BenchView,
  CARD_HEIGHT,
  CARD_WIDTH,
  extentOf,
  fitView,
  makeCards,
  VIEW_HEIGHT,
  VIEW_WIDTH,
} from './cards'

/** What a page under test can do; the rest of the contract is made of these. */
export interface Adapter {
  readonly name: string
  readonly version: string
  readonly ready: Promise<unknown>
  load(cards: readonly BenchCard[]): Promise<void> | void
  clear(): Promise<void> | void
  setCamera(view: BenchView): void
  zoom(): number
  visible(): number
  /** Begins to drag these cards as a pointer would, moves them by world units, and lets them fall back. */
  beginDrag(cards: readonly number[]): void
  drag(dx: number, dy: number): void
  endDrag(): void
  /** What the product would store. */
  serialize(): Uint8Array
  open(stored: Uint8Array, view: BenchView): Promise<void> | void
  painted(): boolean
  /** Presses one key in the card nearest the middle. */
  type?(letter: string): void
  /** Moves 40 other people's cards on by one step. */
  crowd?(step: number): void
}

export interface Frames {
  readonly intervals: readonly number[]
  readonly frames: number
  readonly wall: number
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
const settle = async (count = 4) => {
  for (let at = 0; at < count; at++) await frame()
}
// Long enough for sharp repaints after a zoom to be over before anything is timed.
const rest = async () => {
  await settle(4)
  await new Promise((resolve) => setTimeout(resolve, 800))
  await settle(2)
}

/** One step an animation frame; the intervals between successive frames in ms. */
function runFrames(frames: number, step: (at: number) => void, budget = 10_000): Promise<Frames> {
  return new Promise((resolve, reject) => {
    const intervals: number[] = []
    const begun = performance.now()
    let at = 0
    let last = 0
    const tick = () => {
      const now = performance.now()
      if (last) intervals.push(now - last)
      last = now
      if (at >= frames || now - begun > budget)
        return resolve({ intervals, frames: intervals.length, wall: now - begun })
      try {
        step(at)
      } catch (error) {
        return reject(error)
      }
      at++
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
}

export type Bench = ReturnType<typeof makeBench>

/** Turns an adapter into the `window.__bench` that the runner drives. */
export function makeBench(page: Adapter) {
  let count = 0
  let cards: BenchCard[] = []
  let camera: BenchView = { x: 0, y: 0, zoom: 1 }
  let stored: { readonly count: number; readonly bytes: Uint8Array } | null = null
  const look = (view: BenchView) => {
    camera = view
    page.setCamera(view)
  }
  const at100 = (): BenchView => ({ ...fitView(count), zoom: 1 })
  const state = () => ({ n: count, zoom: page.zoom(), visible: page.visible() })
  const nearest = (many: number): number[] => {
    const { x, y } = fitView(count)
    return [...cards]
      .map((card) => ({
        at: card.at,
        far: Math.hypot(card.x + CARD_WIDTH / 2 - x, card.y + CARD_HEIGHT / 2 - y),
      }))
      .sort((a, b) => a.far - b.far || a.at - b.at)
      .slice(0, many)
      .map(({ at }) => at)
  }
  const drag = async (many: number, frames: number) => {
    page.beginDrag(nearest(many))
    try {
      return await runFrames(frames, (at) => page.drag(60 * Math.sin(at / 8), 60 * (1 - Math.cos(at / 8))))
    } finally {
      page.endDrag()
    }
  }
  // At fit it rocks by 100 px, so that everything stays in view; at 100 % it travels 20 px a frame.
  const panStep = () => {
    const start = camera
    if (start.zoom <= fitView(count).zoom * 1.01)
      return (at: number) => {
        const p = at % 20
        const d = (p < 5 ? p : p < 15 ? 10 - p : p - 20) * 20
        look({ ...start, x: start.x + d / start.zoom, y: start.y + d / 2 / start.zoom })
      }
    const half = (frames: number) => Math.min((frames * 20) / 2, (extentOf(count).width * start.zoom) / 2)
    return (at: number, frames: number) => {
      const reach = half(frames)
      look({ ...start, x: start.x + (-reach + ((at * 20) % (2 * reach))) / start.zoom })
    }
  }
  const pan = async (frames: number, also?: (at: number) => void) => {
    const start = camera
    const step = panStep()
    try {
      return await runFrames(frames, (at) => {
        step(at, frames)
        also?.(at)
      })
    } finally {
      look(start)
    }
  }

  return {
    contract: 1,
    name: page.name,
    version: page.version,
    ready: page.ready,
    async load(n: number) {
      await page.ready
      if (count > 0) await page.clear()
      count = n
      cards = makeCards(n)
      const begun = performance.now()
      await page.load(cards)
      await settle(2)
      return { n, ms: performance.now() - begun }
    },
    async fit() {
      look(fitView(count))
      await rest()
      return state()
    },
    async zoom100() {
      look(at100())
      await rest()
      return state()
    },
    pan: (frames: number) => pan(frames),
    zoom(frames: number) {
      const { x, y, zoom: low } = fitView(count)
      const half = frames / 2
      return runFrames(frames, (at) =>
        look({ x, y, zoom: low * (1.5 / low) ** (at < half ? at / half : (frames - at) / half) }),
      )
    },
    dragOne: (frames: number) => drag(1, frames),
    drag500: (frames: number) => drag(500, frames),
    type: (frames: number) => runFrames(frames, (at) => page.type?.('abcdef gh'[at % 9] ?? 'a')),
    crowd: (frames: number) => pan(frames, (at) => page.crowd?.(at)),
    cardPoint() {
      const card = cards[nearest(1)[0] ?? 0]
      return {
        x: VIEW_WIDTH / 2 + ((card?.x ?? 0) + CARD_WIDTH * 0.5 - camera.x) * camera.zoom,
        y: VIEW_HEIGHT / 2 + ((card?.y ?? 0) + CARD_HEIGHT * 0.85 - camera.y) * camera.zoom,
      }
    },
    async open(n: number, view: 'fit' | '100' = 'fit') {
      await page.ready
      count = n
      cards = makeCards(n)
      if (stored?.count !== n) {
        await page.clear()
        await page.load(cards)
        await settle(2)
        stored = { count: n, bytes: page.serialize() }
      }
      camera = view === 'fit' ? fitView(n) : at100()
      await page.clear()
      await settle(3)
      const begun = performance.now()
      await page.open(stored.bytes, camera)
      while (!page.painted()) {
        if (performance.now() - begun > 120_000) throw new Error('never painted')
        await frame()
      }
      const seen = performance.now() - begun
      await settle(2)
      return { ms: performance.now() - begun, seen, bytes: stored.bytes.length }
    },
    state,
  }
}

declare global {
  interface Window {
    __bench?: Bench
  }
}
