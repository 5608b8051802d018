import type * as Y from 'yjs'
import { offsetOf } from '#shared/board/anchor'
import type { Session } from '../../board/session'
import { colourOfPeer } from '../peerColours'
import type { OtherCaret } from './otherCarets'

/**
 * Where others write in these words now. `lineOf` gives the colour of a thin line that stands for a peer, `alongOf` how
 * far along its line a place in the words stands, from 0 at the left to 1 at the right.
 */
export function readCarets(
  { replica }: Pick<Session, 'replica'>,
  text: Y.Text,
  lineOf: (peer: number) => string,
  alongOf: (head: number) => number,
): OtherCaret[] {
  const names = new Map(replica.people.get().map(({ peer, name }) => [peer, name]))
  return [...replica.presences.get()].flatMap(([peer, { caret }]) => {
    if (!caret) return []
    const head = offsetOf(replica.doc, text, caret.head)
    if (head === undefined) return []
    const anchor = offsetOf(replica.doc, text, caret.anchor) ?? head
    const [start, end] = head < anchor ? [head, anchor] : [anchor, head]
    return [
      {
        name: names.get(peer) ?? '',
        colour: colourOfPeer(peer),
        line: lineOf(peer),
        head,
        start,
        end,
        along: alongOf(head),
      },
    ]
  })
}
