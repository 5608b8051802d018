import { deleteCards } from '#shared/board/actions/cards'
import type { Point } from '#shared/cards/box'
import { hitAt } from '../hit'
import type { BoardEvent, PointerEventData } from '../input'
import type { Session } from '../session'
import { type Signal, signal, type WritableSignal } from '../signal'
import { benchBeside, isBesideWriter } from './beside'
import { card } from './card'
import { connector } from './connector'
import { createDoubleTap } from './doubleTap'
import { openAt } from './edit'
import { eraser } from './eraser'
import { frame } from './frame'
import { hand } from './hand'
import { gripAt, gripCursor } from './handles'
import { pressKey, typeOnWall } from './keys'
import { laser, shine } from './laser'
import { lasso } from './lasso'
import { createLongPress } from './longPress'
import { openMenu } from './menu'
import { highlighter, pen } from './pen'
import { createPointers } from './pointers'
import { dotAt, endGripAt } from './ports'
import { select } from './select'
import { shape } from './shape'
import { stamp } from './stamp'
import { text } from './text'
import { type Bench, FIRST_OPTIONS, type FreshCard, type Tool, type ToolName, type ToolOptions } from './tool'

export type { ToolName, ToolOptions } from './tool'

/** Routes everything that happens on the wall to the chosen tool and the gestures under way. */
export interface Tools {
  readonly current: Signal<ToolName>
  choose(name: ToolName): void
  /** What the tools that have a choice will make. */
  readonly options: WritableSignal<ToolOptions>
  /** True when the event meant something here, so that the page should not act on it too. */
  handle(event: BoardEvent): boolean
  /** The CSS cursor for the present moment. */
  readonly cursor: Signal<string>
  /** Where the pointer is over the wall, CSS pixels; null when it is elsewhere. */
  pointer(): Point | null
  /** True while no gesture is under way. */
  readonly isIdle: Signal<boolean>
  /** True when this is somebody else than the person who is writing: the writer keeps the keyboard. */
  isBesideWriter(event: PointerEventData): boolean
  dispose(): void
}

const TOOLBOX: Readonly<Record<ToolName, Tool>> = {
  select,
  lasso,
  hand,
  card,
  text,
  shape,
  connector,
  frame,
  pen,
  highlighter,
  eraser,
  stamp,
  laser,
}

/** The button that the other end of a pen presses. */
const PEN_ERASER = 5

/** Makes the tools of a session. */
export function createTools(parts: Omit<Session, 'tools' | 'dispose'>): Tools {
  const current = signal<ToolName>('select')
  const cursor = signal(select.cursor)
  const isIdle = signal(true)
  const fresh = signal<FreshCard | null>(null)
  const options = signal(FIRST_OPTIONS)
  const bench: Bench = { ...parts, current, fresh, options }
  const beside = benchBeside(bench)
  const pointers = createPointers(bench)
  const doubleTap = createDoubleTap()
  const longPress = createLongPress((event) => {
    const held = pointers.of(event.pointer)?.name
    if (held !== 'pressing' && held !== 'panning') return
    // A menu takes the keyboard, and somebody else is writing.
    if (isBesideWriter(bench, event)) return
    pointers.release({ ...event, kind: 'cancel' })
    isIdle.set(pointers.first() === null)
    openMenu(bench, event.at)
  })
  let hasPen = false
  let isSpaceDown = false
  let pointer: Point | null = null

  const leave = () => {
    pointer = null
    bench.presence.point(null)
  }

  const benchOf = (event: PointerEventData): Bench => (isBesideWriter(bench, event) ? beside : bench)

  const toolOf = ({ device, button }: PointerEventData): Tool => {
    if (device === 'pen' && button === PEN_ERASER) return eraser
    const tool = TOOLBOX[current.get()]
    return tool.isForPens && hasPen && device === 'touch' ? select : tool
  }

  const press = (event: PointerEventData): boolean => {
    if (event.button === 2) return false
    longPress.begin(event)
    if (current.get() === 'laser') shine(bench, event)
    const isHand = isSpaceDown || event.button === 1
    const isHandled = pointers.press(event, toolOf(event), isHand, benchOf(event))
    if (pointers.of(event.pointer)) doubleTap.press(event)
    return isHandled
  }

  const release = (event: PointerEventData): boolean => {
    const mine = benchOf(event)
    const isKnown = pointers.release(event)
    // What the writer types next is no part of what somebody else just did.
    if (mine === beside) bench.undo.mark()
    if (doubleTap.release(event) && toolOf(event) === select) openAt(mine, event.at)
    // A finger that is lifted points at nothing any more.
    if (event.device === 'touch' || event.kind === 'cancel') leave()
    return isKnown
  }

  const dropOrLeave = (): boolean => {
    if (pointers.cancel()) return true
    if (bench.editing.get() !== null) bench.editing.set(null)
    else if (current.get() !== 'select') choose('select')
    else if (bench.selection.ids.get().size > 0) bench.selection.clear()
    else return false
    return true
  }

  const choose = (name: ToolName) => {
    pointers.cancel()
    bench.editing.set(null)
    current.set(name)
    showCursor(null)
  }

  const showCursor = (event: BoardEvent | null) => {
    const gesture = pointers.first()?.name
    if (gesture === 'panning') cursor.set('grabbing')
    else if (isSpaceDown) cursor.set('grab')
    else if (gesture === 'dragging') cursor.set('move')
    else if (gesture !== undefined) return
    else if (current.get() === 'select' && event && 'device' in event) cursor.set(hoverCursor(event))
    else cursor.set(TOOLBOX[current.get()].cursor)
  }

  const hoverCursor = (event: PointerEventData): string => {
    const grip = gripAt(bench, event)
    if (grip) return gripCursor(grip)
    if (endGripAt(bench, event) || dotAt(bench, event)) return 'crosshair'
    const part = hitAt(bench, event.at)?.part.name
    return part === 'source' || part === 'link' || part === 'addFrame' ? 'pointer' : select.cursor
  }

  const route = (event: BoardEvent): boolean => {
    if ('device' in event && event.device === 'pen') hasPen = true
    switch (event.kind) {
      case 'down':
        return press(event)
      case 'move':
        pointer = event.at
        longPress.move(event)
        if (current.get() === 'laser') shine(bench, event)
        bench.presence.point(bench.camera.toWorld(event.at))
        return pointers.move(event)
      case 'up':
      case 'cancel':
        longPress.end(event)
        return release(event)
      case 'wheel':
        if (pointers.isHeldByHand()) return true
        if (event.mod) bench.camera.zoomAt(event.at, Math.exp(-clamp(event.dy, 30) / 100))
        else bench.camera.panBy(-event.dx, -event.dy)
        return true
      case 'menu':
        // In the middle of somebody's drag a menu would let go of what they hold.
        if (pointers.first() === null) openMenu(bench, event.at)
        return true
      case 'doubleClick':
        if (current.get() !== 'select') return false
        openAt(bench, event.at)
        return true
      case 'text':
        return typeOnWall(bench, event.text, pointer)
      case 'keyDown':
        if (event.key === 'Escape') return dropOrLeave()
        if (bench.editing.get() !== null) return false
        if (event.key === ' ' && !event.mod) {
          isSpaceDown = true
          return true
        }
        // A delete or an undo in the middle of a drag would pull the cards from under the pointer.
        return pointers.first() === null && pressKey(bench, event)
      case 'keyUp':
        if (event.key === ' ') isSpaceDown = false
        return false
    }
  }

  const unshine = current.subscribe(() => bench.presence.shine(current.get() === 'laser'))
  const unsubscribe = bench.editing.subscribe(() => {
    const made = fresh.get()
    if (!made || bench.editing.get() === made.id) return
    fresh.set(null)
    if (!bench.canWrite.get()) return
    if (bench.records.get('cards', made.id)?.text.trim() !== '') return
    bench.undo.discardTo(made.depth)
    if (bench.records.get('cards', made.id)) deleteCards(bench.writer, [made.id])
  })

  return {
    current,
    cursor,
    pointer: () => pointer,
    isIdle,
    choose,
    options,
    handle(event) {
      const isHandled = route(event)
      showCursor(event)
      isIdle.set(pointers.first() === null)
      return isHandled
    },
    isBesideWriter: (event) => isBesideWriter(bench, event),
    dispose() {
      longPress.dispose()
      unshine()
      unsubscribe()
    },
  }
}

const clamp = (value: number, most: number): number => Math.max(-most, Math.min(most, value))
