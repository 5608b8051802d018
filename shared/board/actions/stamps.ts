import { change, type Writer, write } from './writer'

/** Sticks each of these stamps on a card or, with null, leaves it on the wall. One undo step. */
export function stickStamps(writer: Writer, hosts: ReadonlyMap<string, string | null>): void {
  write(writer, () => {
    for (const [id, theme] of hosts) change(writer, 'cards', id, { theme })
  })
}

/** Gives a stamp another sign, see `shared/cards/signs.ts`. */
export function changeStamp(writer: Writer, id: string, sign: string): void {
  change(writer, 'cards', id, { sign })
}
