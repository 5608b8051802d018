import type { Randomness } from '../../support/randomness'
import { until } from '../../support/until'
import { createGuest, type Guest } from '../guest'
import { hasOpened } from '../hub/marks'
import type { HubProcess } from '../hub/startHub'
import { within } from '../within'

const GUESTS = 3

/** The guests of one board, who come back to every hub that serves it. */
export class Crowd {
  readonly guests: Guest[] = []
  readonly #random: Randomness
  /** As whom people came: nobody takes the name of another. */
  #names = 0

  constructor(random: Randomness) {
    this.#random = random
  }

  /**
   * Waits until every guest is in the room that is to be on this port. False when the hub is gone before; throws
   * when it does not open its board.
   */
  async comeIn(hub: HubProcess, wanted: number): Promise<boolean> {
    const opened = await within(hub.hear(hasOpened), () => 'for the hub to open its board')
    if (!opened) return false
    if (!opened.board.ok)
      throw new Error(`the hub did not open the board: ${JSON.stringify(opened.board.failure)}`)
    const { host, port } = new URL(opened.room)
    const enter = async (at: number): Promise<void> => {
      const present = this.guests[at]
      const isKnown = present && port === String(wanted) && stateOf(present) !== 'refused'
      if (isKnown) present.meet()
      else present?.dispose()
      const guest = isKnown
        ? present
        : createGuest(`Guest ${this.#names++}`, `ws://${host}/sync`, opened.code, this.#random)
      this.guests[at] = guest
      const state = await until(
        guest.replica.connection,
        ({ state }) => state === 'live' || state === 'refused',
      )
      // A token that was given less than a moment before a kill is known to nobody: in by the code again.
      if (state.state === 'refused' && isKnown) await enter(at)
    }
    const here = Promise.all(Array.from({ length: GUESTS }, (_, at) => enter(at))).then(() => true)
    return within(
      Promise.race([hub.ended.then(() => false), here]),
      () => `for guests to come in, ${this.states()}`,
    )
  }

  /** Waits until everybody has noticed that the hub is gone: what it said before may still be on its way. */
  async notice(): Promise<void> {
    const gone = this.guests.map(({ replica }) => until(replica.connection, ({ state }) => state !== 'live'))
    await within(Promise.all(gone), () => `for guests to notice a kill, ${this.states()}`)
  }

  /** Another hub serves the board from now on. */
  begin(): void {
    for (const guest of this.guests) guest.begin()
  }

  dispose(): void {
    for (const guest of this.guests.splice(0)) guest.dispose()
  }

  states(): string {
    return JSON.stringify(this.guests.map(({ replica }) => [replica.connection.get(), replica.saving.get()]))
  }
}

const stateOf = ({ replica }: Guest) => replica.connection.get().state
