import type { Card } from '#shared/board/schema'
import type { BoardEvent, Keys, PointerEventData } from '../renderer/board/input'
import { createSession, type Session } from '../renderer/board/session'
import { editedText, writeEdited } from '../renderer/board/tools/edit'
import { createMemoryReplica, type MemoryReplica, type MemoryRoom } from './support/memoryReplica'

const NO_KEYS: Keys = { shift: false, mod: false, alt: false }

interface PressOptions extends Partial<Keys> {
  readonly pointer?: number
  readonly device?: PointerEventData['device']
  readonly button?: number
  readonly pressure?: number
  readonly contact?: PointerEventData['contact']
}

const FIRST_PRESS = {
  ...NO_KEYS,
  pointer: 1,
  device: 'mouse',
  button: 0,
  pressure: 0.5,
  contact: [1, 1],
} as const satisfies Required<PressOptions>

/**
 * One person at one window, without a page: drives the real board engine by the same plain events that
 * the page makes. Screen points are CSS pixels in a viewport of 1600 × 900 whose middle is the world's
 * origin at 100 %.
 */
export class Driver {
  readonly session: Session
  readonly #replica: MemoryReplica
  #press: Required<PressOptions> & { at: [number, number] } = { ...FIRST_PRESS, at: [0, 0] }
  #presses = new Map<number, Required<PressOptions> & { at: [number, number] }>()
  #time = 1_000

  constructor(room?: MemoryRoom, peer = 1) {
    this.#replica = createMemoryReplica(peer)
    room?.join(this.#replica)
    this.session = createSession(this.#replica)
    this.session.camera.resize(1600, 900)
  }

  get replica(): MemoryReplica {
    return this.#replica
  }

  /** The cards that are there, in the order of the outline. */
  get cards(): readonly Card[] {
    return this.session.records.all('cards')
  }

  card(id: string): Card {
    const card = this.session.records.get('cards', id)
    if (!card) throw new Error(`there is no card ${id}`)
    return card
  }

  get selected(): string[] {
    return [...this.session.selection.ids.get()]
  }

  send(event: BoardEvent): boolean {
    return this.session.tools.handle(event)
  }

  #point(kind: PointerEventData['kind'], x: number, y: number): this {
    const { at: _, ...press } = this.#press
    this.#press.at = [x, y]
    const samples = [{ at: [x, y], pressure: press.pressure } as const]
    this.send({ kind, ...press, at: [x, y], time: this.#time, samples })
    return this
  }

  down(x: number, y: number, options: PressOptions = {}): this {
    this.#press = { ...FIRST_PRESS, ...options, at: [x, y] }
    this.#presses.set(this.#press.pointer, this.#press)
    return this.#point('down', x, y)
  }

  /** Goes on with a pointer that was pressed before, where it is. */
  with(pointer: number, changes: Pick<PressOptions, 'contact'> = {}): this {
    const press = this.#presses.get(pointer)
    if (!press) throw new Error(`pointer ${pointer} was never pressed`)
    this.#press = Object.assign(press, changes)
    return this
  }

  /** Moves a pen near the screen without touching it. */
  hover(x: number, y: number, options: PressOptions = {}): this {
    this.#press = { ...FIRST_PRESS, device: 'pen', ...options, at: [x, y] }
    this.#presses.set(this.#press.pointer, this.#press)
    return this.#point('move', x, y)
  }

  /** Lets time pass between two events. */
  wait(milliseconds: number): this {
    this.#time += milliseconds
    return this
  }

  /** Moves by pixels from where the pointer is. */
  move(dx: number, dy: number): this {
    return this.#point('move', this.#press.at[0] + dx, this.#press.at[1] + dy)
  }

  moveTo(x: number, y: number): this {
    return this.#point('move', x, y)
  }

  up(): this {
    return this.#point('up', ...this.#press.at)
  }

  cancel(): this {
    return this.#point('cancel', ...this.#press.at)
  }

  click(x: number, y: number, options: PressOptions = {}): this {
    return this.down(x, y, options).up()
  }

  doubleClick(x: number, y: number): this {
    this.click(x, y).click(x, y)
    this.send({ kind: 'doubleClick', at: [x, y] })
    return this
  }

  wheel(x: number, y: number, dx: number, dy: number, keys: Partial<Keys> = {}): this {
    this.send({ kind: 'wheel', at: [x, y], dx, dy, ...NO_KEYS, ...keys })
    return this
  }

  /** Presses a key such as `Escape`, `mod+z` or `shift+ArrowLeft`. */
  press(chord: string): this {
    const parts = chord.split('+')
    const key = chord === '+' || chord.endsWith('++') ? '+' : (parts.pop() ?? '')
    const keys = { shift: parts.includes('shift'), mod: parts.includes('mod'), alt: parts.includes('alt') }
    const code = /^\d$/.test(key) ? `Digit${key}` : key
    this.send({ kind: 'keyDown', key, code, ...keys })
    if (key !== ' ') this.send({ kind: 'keyUp', key, code, ...keys })
    return this
  }

  release(key: string): this {
    this.send({ kind: 'keyUp', key, code: key, ...NO_KEYS })
    return this
  }

  /** Types character by character: on the wall it starts a card, in a card it is added at the end. */
  type(text: string): this {
    for (const character of text) {
      const edited = editedText(this.session)
      if (edited) writeEdited(this.session, edited.text + character)
      else this.send({ kind: 'text', text: character })
    }
    return this
  }

  dispose(): void {
    this.session.dispose()
  }
}
