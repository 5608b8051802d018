import * as Y from 'yjs'
import { addCard } from '#shared/board/actions/cards'
import { readRecord } from '#shared/board/records'
import { encodeSync } from '#shared/sync/messages'
import type { Credential } from '#shared/sync/protocol'
import type { Replica } from '../../renderer/board/replica'
import { type RawGuest, rawGuest } from './rawGuest'
import { untilDocument } from './until'

/** A client that keeps to no rule: it writes into what it has of the board and sends that. */
export interface Forger {
  readonly guest: RawGuest
  readonly person: string
  readonly token: string
  sends(work: (doc: Y.Doc) => void, step?: 'update' | 'difference'): void
  /** Resolves when the hub has taken in what was sent, for a line that goes on. */
  isTaken(seenBy: Replica): Promise<void>
  /** Resolves to what it was told at the end of its line. */
  isRejected(): Promise<string | undefined>
}

/** Joins a room with what is `known` of the board. */
export async function forger(url: string, credential: Credential, known: Y.Doc): Promise<Forger> {
  const guest = rawGuest(url, credential)
  const { me, token } = await guest.hears('welcome')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(known))
  let sequence = 0
  const sends: Forger['sends'] = (work, step = 'update') => {
    const before = Y.encodeStateVector(doc)
    work(doc)
    sequence += 1
    guest.send(encodeSync(sequence, { step, bytes: Y.encodeStateAsUpdate(doc, before) }))
  }
  return {
    guest,
    person: me.person,
    token,
    sends,
    async isTaken(seenBy) {
      let id = ''
      sends(() => {
        id = addCard({ doc, person: '', origin: null, now: () => 1 }, { type: 'note', text: 'a mark' })
      })
      await untilDocument(seenBy, () => readRecord(seenBy.doc, 'cards', id) !== undefined)
    },
    async isRejected() {
      await guest.ended
      return guest.told.find((said) => said.say === 'rejected')?.code
    },
  }
}
