import * as Y from 'yjs'
import { addWritten, readWritten } from '#shared/room/writtenCards'
import { encodeSealed } from '#shared/sync/messages'
import type { Credential, Hello } from '#shared/sync/protocol'
import { type RawGuest, rawGuest } from './rawGuest'

/** A client written by hand that writes in a round. */
export interface HiddenWriter extends RawGuest {
  /** Its own copy of its person's document. */
  readonly doc: Y.Doc
  /** Writes a card; resolves once the hub says that the file has it. */
  writes(round: string, text: string, id?: string): Promise<void>
  /** Writes a card and sends everything that it has; nothing is waited for. */
  sends(round: string, text: string): void
  /** Changes its copy and sends what is new; nothing is waited for. */
  changes(round: string, change: (doc: Y.Doc) => void): void
  /** Takes in what the hub has of this person's document in a round. */
  catchesUp(round: string): Promise<string[]>
}

/** Connects and waits until it is in the room. */
export async function hiddenWriter(
  { url, credential }: { readonly url: string; readonly credential: Credential },
  hello: Partial<Hello> = {},
): Promise<HiddenWriter> {
  const guest = rawGuest(url, credential, hello)
  await guest.hears('people')
  const doc = new Y.Doc()
  let sequence = 0
  return {
    ...guest,
    doc,
    async writes(round, text, id) {
      const before = Y.encodeStateVector(doc)
      addWritten(doc, text, ++sequence, id)
      const mine = sequence
      const bytes = Y.encodeStateAsUpdate(doc, before)
      guest.send(encodeSealed(round, mine, { step: 'update', bytes }))
      await guest.finds(({ told }) => told.find((said) => said.say === 'sealed' && said.through >= mine))
    },
    sends(round, text) {
      addWritten(doc, text, ++sequence)
      guest.send(encodeSealed(round, sequence, { step: 'difference', bytes: Y.encodeStateAsUpdate(doc) }))
    },
    changes(round, change) {
      const before = Y.encodeStateVector(doc)
      change(doc)
      const bytes = Y.encodeStateAsUpdate(doc, before)
      guest.send(encodeSealed(round, ++sequence, { step: 'update', bytes }))
    },
    async catchesUp(round) {
      const from = guest.arrived.length
      guest.send(encodeSealed(round, 0, { step: 'vector', bytes: Y.encodeStateVector(doc) }))
      const bytes = await guest.finds(({ arrived }) => {
        for (const { message } of arrived.slice(from))
          if (message?.kind === 'sealed' && message.round === round && message.sync.step === 'difference')
            return message.sync.bytes
        return undefined
      })
      Y.applyUpdate(doc, bytes)
      return readWritten(doc).map(({ text }) => text)
    },
  }
}

/** The round that runs, as this client is told of it once `isTrue` says so about it. */
export const roundOf = (guest: RawGuest, isTrue: (shown: Record<string, unknown>) => boolean = () => true) =>
  guest.finds(({ told }) => {
    const last = told.findLast((said) => said.say === 'round')
    return last?.say === 'round' && last.round && isTrue(last.round.shown) ? last.round : undefined
  })
