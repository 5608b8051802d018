import type { Session } from '../board/session'
import { editedBy } from '../board/tools/edit'
import { picturesOf } from './boardPictures'
import { createCoveredWords } from './coveredWords'
import { paintCursors } from './cursors'
import { paintGatherings } from './gatherings'
import { paintGuides } from './guides'
import { paintHits } from './hits'
import { createLiftedCards } from './liftedCards'
import { idsOf, liftsOf } from './lifts'
import { paintTrails } from './light'
import { createManySelected, MANY_SELECTED } from './manySelected'
import { paintMarks } from './marks'
import { paintLines } from './overlay'
import type { Look } from './paintContext'
import { paintOthers } from './paintOthers'
import { paintProposals } from './proposals'
import { createRestingCards } from './restingCards'
import { paintSpotlight } from './spotlight'

type Context = CanvasRenderingContext2D

/**
 * The two surfaces of the wall: the cards at rest, and over them everything that a gesture changes. Each
 * is repainted only when something on it changes; a third one would cost its pixels in every frame.
 */
export type Surface = 'cards' | 'over'

export interface WallView {
  /** Paints one surface; the context is in CSS pixels. */
  paint(surface: Surface, context: Context): void
  /** Uses another look from the next frame on. */
  restyle(look: Look): void
  dispose(): void
}

/**
 * Follows a session and asks for a repaint of what changed, at most once a frame. `redraw` repaints a
 * surface at once.
 */
export function createWallView(
  session: Session,
  look: Look,
  quiet: boolean,
  redraw: (surface: Surface) => void,
): WallView {
  const { camera, scene, preview, suggestions, glides, selection, editing, replica, remote, trails } = session
  const dirty = new Set<Surface>()
  const empty = new Set<Surface>()
  let present = look
  const lifted = createLiftedCards(session, look)
  const manySelected = createManySelected(session, (id) => hidden.has(id))
  let hidden: ReadonlySet<string> = new Set()
  let frame = 0
  const still = matchMedia('(prefers-reduced-motion: reduce)')
  const cards = createRestingCards(session, look, () => ask('cards'))

  const ask = (...surfaces: Surface[]) => {
    for (const surface of surfaces) dirty.add(surface)
    if (frame === 0) frame = requestAnimationFrame(tick)
  }
  const tick = (now: number) => {
    frame = 0
    const isGliding = glides.advance(now, still.matches)
    const areOthersMoving = remote.advance(now)
    const isShining = trails.advance(now)
    const isMoving = isGliding || areOthersMoving || isShining
    if (isMoving) {
      dirty.add('over')
    }
    const held = idsOf(liftsOf(session))
    if (held !== hidden && (held.size !== hidden.size || [...held].some((id) => !hidden.has(id)))) {
      hidden = held
      cards.hide(held)
      manySelected.clear()
      dirty.add('cards')
    }
    const due = [...dirty]
    dirty.clear()
    for (const surface of due) {
      const isEmpty = !hasAnything(surface)
      // Clearing an empty surface again would still cost all of its pixels.
      if (!isEmpty || !empty.has(surface)) redraw(surface)
      if (isEmpty) empty.add(surface)
      else empty.delete(surface)
    }
    if (isMoving) ask('over')
    if (!quiet) fadeLater(now)
  }

  let fade = 0
  const fadeLater = (now: number) => {
    clearTimeout(fade)
    const wait = session.others.fadesIn(now)
    if (wait === 0) ask('over')
    else if (wait !== Infinity) fade = window.setTimeout(() => ask('over'), wait)
  }

  const inPixels = (context: Context, paint: (ratio: number) => void) => {
    const ratio = context.getTransform().a
    context.save()
    context.setTransform(1, 0, 0, 1, 0, 0)
    paint(ratio)
    context.restore()
  }
  const inWorld = (context: Context, paint: () => void) => {
    const { x, y, zoom } = camera.view.get()
    const { width, height } = camera.viewport.get()
    context.save()
    context.translate(width / 2 - x * zoom, height / 2 - y * zoom)
    context.scale(zoom, zoom)
    paint()
    context.restore()
  }

  const paintManySelected = (context: Context) => (ratio: number) => {
    if (manySelected.paint(context, ratio, present.colours.focus)) ask('over')
  }

  const hasAnything = (surface: Surface): boolean => {
    if (surface === 'cards' || suggestions.state.get().state === 'shown') return true
    if (session.guided.spotlit.get() !== null) return true
    const { size: lines } = preview.lines.get()
    const { size: selected } = selection.ids.get()
    const { size: loops } = preview.loops.get()
    const others = remote.cursors().length + remote.lines().length + trails.all().size
    if (!quiet && session.find.found.get().ids.length > 0) return true
    if (!quiet && session.others.choices(performance.now()).length > 0) return true
    return hidden.size + lines + loops + selected + others > 0 || preview.band.get() !== null
  }

  const covered = createCoveredWords(session)
  let edited: string | null = null
  const followEditing = () => {
    const places = [edited, editing.get()].flatMap((id) => {
      const written = editedBy(session.records, id)
      return (written && scene.get(written.card)?.bounds) ?? []
    })
    edited = editing.get()
    covered.begin()
    cards.invalidate(places)
    everything()
  }

  const everything = () => ask('cards', 'over')
  const disposals = [
    camera.view.subscribe(everything),
    camera.viewport.subscribe(everything),
    scene.subscribe(({ ids, dirty: parts }) => {
      if (covered.hides(ids, present)) return
      cards.invalidate(parts)
      manySelected.invalidate(parts)
      everything()
    }),
    picturesOf(replica).subscribe((assets) => {
      for (const asset of assets) cards.invalidate(scene.showing(asset).map(({ bounds }) => bounds))
      everything()
    }),
    editing.subscribe(followEditing),
    selection.ids.subscribe(() => {
      manySelected.clear()
      ask('over')
    }),
    preview.band.subscribe(() => ask('over')),
    preview.lifts.subscribe(() => ask('over')),
    preview.lines.subscribe(() => ask('over')),
    preview.gatherings.subscribe(() => ask('over')),
    suggestions.state.subscribe(() => ask('over')),
    session.isSilent.subscribe(everything),
    suggestions.shown.subscribe(() => ask('over')),
    preview.guides.subscribe(() => ask('over')),
    preview.loops.subscribe(() => ask('over')),
    glides.subscribe(() => ask('over')),
    preview.aims.subscribe(() => ask('over')),
    replica.presences.subscribe(() => ask('over')),
    trails.subscribe(() => ask('over')),
    session.guided.spotlit.subscribe(() => ask('over')),
    session.find.found.subscribe(() => ask('over')),
  ]
  everything()

  return {
    restyle(next) {
      present = next
      cards.restyle(next)
      lifted.restyle(next)
      everything()
    },
    paint(surface, context) {
      if (surface === 'cards') inPixels(context, (ratio) => cards.paint(context, ratio))
      else {
        if (!quiet) paintGatherings(context, session, present)
        inPixels(context, (ratio) => lifted.paint(context, ratio, liftsOf(session)))
        paintSpotlight(context, session)
        inWorld(context, () => paintLines(context, session, present.colours))
        const now = performance.now()
        const isSilent = session.isSilent.get()
        if (!isSilent) paintTrails(context, session, now)
        // A light is meant for everybody, and the big screen first of all.
        if (quiet) {
          if (!isSilent) paintCursors(context, session, now, true)
          return
        }
        if (!isSilent) paintOthers(context, session, present.colours, now)
        paintProposals(context, session, present)
        if (selection.ids.get().size > MANY_SELECTED) inPixels(context, paintManySelected(context))
        paintHits(context, session, present)
        paintMarks(context, session, present.colours)
        paintGuides(context, session, present.colours)
        if (!isSilent) paintCursors(context, session, now)
      }
    },
    dispose() {
      cancelAnimationFrame(frame)
      clearTimeout(fade)
      cards.dispose()
      for (const dispose of disposals) dispose()
    },
  }
}
