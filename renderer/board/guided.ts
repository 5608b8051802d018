import type { Dispose } from '#shared/board/observe'
import type { Box } from '#shared/cards/box'
import { uprightBox } from '#shared/cards/kinds'
import { shownPart } from '#shared/room/bigScreen'
import type { GuidedView } from '#shared/room/guiding'
import type { Session } from './session'
import { type Signal, signal } from './signal'

/**
 * How this window stands to whoever guides the room: it guides itself, follows, looks around on its own meanwhile, or
 * was called to a part of the wall while somebody wrote in it.
 */
export type GuidedAs = 'free' | 'guide' | 'following' | 'away' | 'called'

/** Brings this window to where the room is asked to look, never from under somebody's hand. */
export interface Guided {
  readonly as: Signal<GuidedAs>
  /** Goes up whenever the room asks this window to show the wall. */
  readonly arrivals: Signal<number>
  /** The card that is shown alone here. */
  readonly spotlit: Signal<string | null>
  /** Looks around on one's own, until somebody calls again. */
  lookAway(): void
  /** Goes where the room looks and follows again. */
  follow(): void
  /**
   * Nobody sits at this window: whatever it does by itself, it follows, and shows the middle of a view rather than the
   * whole where only that can be read; `zooms` says from which zoom on in a box of the wall, see `readingZooms`.
   */
  alwaysFollow(zooms: (box: Box) => readonly number[]): void
  /** What this window sees, for others to be brought to. */
  view(): GuidedView
  dispose: Dispose
}

/** ms between two tellings of what the window that leads sees. */
const SHOW_EVERY = 100
/** CSS pixels around a card in the spotlight, and how large it becomes at most. */
const AROUND_CARD = 72
const LARGEST = 3

type Wall = Pick<Session, 'replica' | 'camera' | 'scene' | 'editing' | 'preview'>

/** Follows a replica's guidance. */
export function createGuided({ replica, camera, scene, editing, preview }: Wall): Guided {
  const as = signal<GuidedAs>('free')
  const spotlit = signal<string | null>(null)
  const arrivals = signal(0)
  let isAway = false
  let isCalled = false
  let isUnmanned = false
  let zooms: (box: Box) => readonly number[] = () => [0]
  let before = replica.guidance.get()
  let showing: ReturnType<typeof setTimeout> | undefined

  const now = () => replica.guidance.get()
  const isMine = () => now().guide !== null && now().guide === replica.me.get()?.peer
  const isOngoing = () => now().isLeading || now().spotlight !== null
  const isBusy = () =>
    !isUnmanned && (editing.get() !== null || preview.lifts.get().size > 0 || preview.lines.get().size > 0)

  const tell = () => {
    const own = isMine() && isOngoing()
    if (own && now().spotlight === null) as.set('guide')
    else if (isOngoing()) as.set(isAway ? 'away' : own ? 'guide' : 'following')
    else as.set(isCalled ? 'called' : 'free')
    spotlit.set(isAway ? null : now().spotlight)
  }

  const show = ([x, y, width, height]: GuidedView) => {
    const asked = { x, y, width, height }
    const { box } = shownPart(asked, camera.viewport.get(), zooms(asked), scene.bounds())
    camera.lead(box, 0, Infinity)
  }
  const go = () => {
    const { spotlight, view, isLeading } = now()
    const card = spotlight === null ? undefined : scene.get(spotlight)
    if (card) {
      const box = uprightBox(card.place)
      camera.lead(box, AROUND_CARD, Math.max(LARGEST, ...zooms(box)))
    } else if (view && (isUnmanned || !isLeading || !isMine())) show(view)
  }

  const hear = () => {
    const next = now()
    const isNewCall = next.calls > before.calls && before.guide !== null
    const isNews = next.isLeading !== before.isLeading || next.spotlight !== before.spotlight
    const isFirst = next.calls > 0 && before.guide === null && before.calls === 0
    before = next
    if (isNews || isNewCall || isFirst) isAway = false
    const called = (isNewCall || isFirst) && !isMine()
    isCalled = called && isBusy()
    const begins = isNews && isOngoing() && !isMine()
    if ((called || begins) && !isBusy()) arrivals.set(arrivals.get() + 1)
    if (called && !isCalled) go()
    else if ((isOngoing() || isUnmanned) && !isAway && !isBusy()) go()
    tell()
  }
  const steer = () => {
    if (isUnmanned || !isOngoing() || as.get() !== 'following') return
    isAway = true
    tell()
  }
  // A word that is finished, or a first layout, may have been what it waited for.
  const catchUp = () => {
    if (as.get() === 'following' && !isBusy()) go()
    else if (isUnmanned) go()
  }

  const showLater = () => {
    if (!isMine() || !now().isLeading) return
    showing ??= setTimeout(() => {
      showing = undefined
      if (isMine() && now().isLeading) replica.guide({ do: 'show', view: guided.view() })
    }, SHOW_EVERY)
  }

  const stops = [
    replica.guidance.subscribe(hear),
    replica.me.subscribe(tell),
    camera.steered.subscribe(steer),
    camera.view.subscribe(showLater),
    camera.viewport.subscribe(catchUp),
    editing.subscribe(catchUp),
  ]
  const guided: Guided = {
    as,
    arrivals,
    spotlit,
    lookAway() {
      isAway = true
      isCalled = false
      tell()
    },
    follow() {
      isAway = false
      isCalled = false
      arrivals.set(arrivals.get() + 1)
      go()
      tell()
    },
    alwaysFollow(readable) {
      isUnmanned = true
      zooms = readable
      go()
    },
    view() {
      const { x, y, width, height } = camera.visible()
      return [x, y, Math.max(1, width), Math.max(1, height)]
    },
    dispose() {
      clearTimeout(showing)
      for (const stop of stops) stop()
    },
  }
  hear()
  return guided
}
