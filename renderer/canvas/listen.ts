import type { BoardEvent, Keys, PointerEventData } from '../board/input'

/** Whether Command stands for Ctrl on this machine. */
export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

/**
 * Turns what happens on an element into board events and gives them to `handle`; what it handles, the
 * page does not act on. A press takes the keyboard to the wall unless it comes from somebody beside the
 * person who is writing. Returns the way to stop.
 */
export function listenToWall(
  element: HTMLElement,
  handle: (event: BoardEvent) => boolean,
  isBesideWriter: (event: PointerEventData) => boolean,
): () => void {
  const stop = new AbortController()
  const on = <K extends keyof HTMLElementEventMap>(
    name: K,
    listener: (event: HTMLElementEventMap[K]) => void,
    passive = true,
  ) => element.addEventListener(name, listener, { signal: stop.signal, passive })

  let lastDevice: PointerEventData['device'] = 'mouse'

  const place = ({ clientX, clientY }: MouseEvent): [number, number] => {
    const { left, top } = element.getBoundingClientRect()
    return [clientX - left, clientY - top]
  }

  const pointer = (kind: PointerEventData['kind']) => (event: PointerEvent) => {
    if (isForText(event)) return
    const batch = kind === 'move' ? (event.getCoalescedEvents?.() ?? []) : []
    const samples = (batch.length > 0 ? batch : [event]).map((each) => ({
      at: place(each),
      pressure: each.pressure,
    }))
    const device = event.pointerType === 'pen' || event.pointerType === 'touch' ? event.pointerType : 'mouse'
    if (kind === 'down') lastDevice = device
    const data: PointerEventData = {
      kind,
      pointer: event.pointerId,
      device,
      at: place(event),
      button: Math.max(0, event.button),
      pressure: event.pressure,
      contact: [event.width, event.height],
      time: event.timeStamp,
      samples,
      ...keysOf(event),
    }
    const isBeside = kind === 'down' && isBesideWriter(data)
    const isHandled = handle(data)
    if (kind !== 'down') return
    // Not even the mouse event that follows a touch may take the keyboard away.
    if (isBeside) event.preventDefault()
    else element.focus({ preventScroll: true })
    // A pointer that has already gone cannot be captured; its cancel will come.
    if (isHandled && element.isConnected) tryCapture(element, event.pointerId)
    if (event.button === 1) event.preventDefault()
  }
  on('pointerdown', pointer('down'), false)
  on('pointermove', pointer('move'))
  on('pointerup', pointer('up'))
  on('pointercancel', pointer('cancel'))
  on('pointerleave', (event) => {
    if (event.buttons === 0) pointer('cancel')(event)
  })
  on('dblclick', (event) => {
    // Two people who tap at once are no double click: the taps of fingers are told apart by the tools.
    if (!isForText(event) && lastDevice !== 'touch') handle({ kind: 'doubleClick', at: place(event) })
  })
  on(
    'wheel',
    (event) => {
      if (!event.ctrlKey && scrollsWords(event)) return
      // A pinch on a touchpad arrives as a wheel with ctrl. Lines and pages are turned into pixels.
      const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? element.clientHeight : 1
      const isSideways = event.shiftKey && event.deltaX === 0
      const dx = (isSideways ? event.deltaY : event.deltaX) * unit
      const dy = (isSideways ? 0 : event.deltaY) * unit
      const keys = keysOf(event)
      if (handle({ kind: 'wheel', at: place(event), dx, dy, ...keys, mod: event.ctrlKey || keys.mod }))
        event.preventDefault()
    },
    false,
  )
  const key = (kind: 'keyDown' | 'keyUp') => (event: KeyboardEvent) => {
    if (event.isComposing || isForText(event)) return
    const { key: name, code } = event
    if (handle({ kind, key: name, code, ...keysOf(event) })) return event.preventDefault()
    const isLetter =
      [...name].length === 1 && name !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey
    if (kind === 'keyDown' && isLetter && handle({ kind: 'text', text: name })) event.preventDefault()
    // The first key of a composition (Chinese, Japanese): the new card's field takes over from here.
    if (kind === 'keyDown' && (name === 'Process' || name === 'Dead')) handle({ kind: 'text', text: '' })
  }
  on('keydown', key('keyDown'), false)
  on('keyup', key('keyUp'), false)
  on(
    'contextmenu',
    (event) => {
      if (isForText(event)) return
      event.preventDefault()
      // A finger has its own long press.
      if (event instanceof PointerEvent && event.pointerType === 'touch') return
      // The menu key claims to be a mouse in the middle of the wall, but presses no second button.
      const isKey = event.button !== 2 && !event.ctrlKey
      handle({ kind: 'menu', at: isKey ? null : place(event) })
    },
    false,
  )
  return () => stop.abort()
}

const isForText = ({ target }: Event): boolean =>
  target instanceof Element && target.closest('textarea, input, .wall-words') !== null

/** Words that do not fit their card are scrolled, not the wall. */
function scrollsWords({ target }: Event): boolean {
  const words = target instanceof Element ? target.closest('.wall-words .cm-scroller') : null
  return words !== null && words.scrollHeight > words.clientHeight + 1
}

/** The modifier keys held; on a Mac Command stands for Ctrl. */
export function keysOf(event: MouseEvent | KeyboardEvent): Keys {
  return { shift: event.shiftKey, mod: isMac ? event.metaKey : event.ctrlKey, alt: event.altKey }
}

function tryCapture(element: HTMLElement, pointer: number): void {
  try {
    element.setPointerCapture(pointer)
  } catch {
    // The pointer went away between the event and now: its cancel follows.
  }
}
