import type { CDPSession, Page } from '@playwright/test'
import type { Point } from '#shared/cards/box'

interface Finger {
  readonly id: number
  readonly x: number
  readonly y: number
  readonly radiusX: number
  readonly radiusY: number
}

/** The hands of several people at one touch screen, as Chromium itself feels them. */
export class Hands {
  readonly #line: CDPSession
  readonly #fingers = new Map<number, Finger>()

  private constructor(line: CDPSession) {
    this.#line = line
  }

  static async at(page: Page): Promise<Hands> {
    return new Hands(await page.context().newCDPSession(page))
  }

  /**
   * Puts fingers down and moves the last of them at once, however slow the machine is: fingers that rest ask for a
   * menu. `radius` in CSS pixels, a palm's is large.
   */
  async pull(from: Readonly<Record<number, Point>>, to: Point, radius = 8): Promise<void> {
    const downs: Promise<void>[] = []
    for (const [id, [x, y]] of Object.entries(from)) {
      this.#fingers.set(Number(id), { id: Number(id), x, y, radiusX: radius, radiusY: radius })
      downs.push(this.#feel('touchStart'))
    }
    const last = Math.max(...Object.keys(from).map(Number))
    await Promise.all([...downs, this.move(last, to)])
  }

  /** Moves a finger in a few steps. */
  async move(id: number, [x, y]: Point): Promise<void> {
    const from = this.#fingers.get(id)
    if (!from) throw new Error(`finger ${id} is not down`)
    for (const part of [0.25, 0.5, 0.75, 1]) {
      const at = { x: from.x + (x - from.x) * part, y: from.y + (y - from.y) * part }
      this.#fingers.set(id, { ...from, ...at })
      await this.#feel('touchMove')
    }
  }

  /** Lifts all fingers. */
  async lift(): Promise<void> {
    this.#fingers.clear()
    await this.#line.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }

  /** Taps twice as quickly as a hand does, however slow the machine is. */
  async doubleTap(id: number, [x, y]: Point): Promise<void> {
    const now = Date.now() / 1000
    const touches = [
      ['touchStart', 0],
      ['touchEnd', 0.05],
      ['touchStart', 0.15],
      ['touchEnd', 0.2],
    ] as const
    // All of it is on its way before the first is answered: a finger that rests asks for a menu.
    await Promise.all(
      touches.map(([type, after]) =>
        this.#line.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: type === 'touchStart' ? [{ id, x, y, radiusX: 8, radiusY: 8 }] : [],
          timestamp: now + after,
        }),
      ),
    )
  }

  /** Presses, moves, lifts or hovers a pen. */
  async pen(type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', [x, y]: Point): Promise<void> {
    const isDown = type !== 'mouseMoved' || this.#isPenDown
    this.#isPenDown = type === 'mousePressed' || (type === 'mouseMoved' && this.#isPenDown)
    await this.#line.send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      pointerType: 'pen',
      button: isDown ? 'left' : 'none',
      buttons: this.#isPenDown ? 1 : 0,
      clickCount: type === 'mouseMoved' ? 0 : 1,
      force: this.#isPenDown ? 0.6 : 0,
    })
  }

  #isPenDown = false

  async #feel(type: 'touchStart' | 'touchMove'): Promise<void> {
    await this.#line.send('Input.dispatchTouchEvent', { type, touchPoints: [...this.#fingers.values()] })
  }
}
