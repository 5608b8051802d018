import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { UnsentEdits } from './unsentEdits'

/** Hidden words on this device, from being typed until the room's file has them. */
export interface SealedOutbox {
  /** The board with this id is the one that is open. */
  begin(board: string): void
  keep(round: string, doc: Y.Doc, update: Uint8Array): void
  /** What earlier pages kept, by round. */
  recall(board: string): Promise<ReadonlyMap<string, Uint8Array>>
  /** Calls `work` with the board the first time only. */
  once(work: (board: string) => Promise<void>): Promise<void>
  letGo(): void
}

/** Keeps nothing where there is no place for it, or as long as `mustKeep` says no. */
export function createSealedOutbox(unsent: UnsentEdits | undefined, mustKeep: () => boolean): SealedOutbox {
  let board = ''
  let isRecalled = false
  /** There is something to let go of; not before all of it has been recalled. */
  let hasKept = false
  /** Rounds of which the whole document is kept, so that later updates have what they build on. */
  let whole = new Set<string>()
  return {
    begin(id) {
      board = id
    },
    keep(round, doc, update) {
      if (!unsent || board === '' || !mustKeep()) return
      const bytes = whole.has(round) ? update : Y.encodeStateAsUpdate(doc)
      whole.add(round)
      hasKept = true
      unsent.keep(placeOf(board), pack(round, bytes))
    },
    async recall(id) {
      const rounds = new Map<string, Uint8Array>()
      const all = (await unsent?.recall(placeOf(id))) ?? []
      if (all.length > 0) hasKept = true
      for (const kept of all) {
        const { round, update } = unpack(kept)
        const before = rounds.get(round)
        rounds.set(round, before ? Y.mergeUpdates([before, update]) : update)
      }
      return rounds
    },
    async once(work) {
      if (isRecalled || board === '') return
      isRecalled = true
      await work(board)
    },
    letGo() {
      if (!hasKept) return
      hasKept = false
      whole = new Set()
      unsent?.letGo()
    },
  }
}

/** Beside the board's own edits in the same store. */
const placeOf = (board: string): string => `${board} sealed`

const pack = (round: string, update: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarString(encoder, round)
    encoding.writeVarUint8Array(encoder, update)
  })

function unpack(bytes: Uint8Array): { round: string; update: Uint8Array } {
  const decoder = decoding.createDecoder(bytes)
  return { round: decoding.readVarString(decoder), update: decoding.readVarUint8Array(decoder) }
}
