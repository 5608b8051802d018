import type * as Y from 'yjs'
import { keepLateWords } from '#shared/board/actions/lateWords'
import { changedSoFar, type Dispose, observeCollection } from '#shared/board/observe'
import { type KeptProse, keepProse, putBackWords, restoreProse, wordsSince } from '#shared/board/prose'
import { changeRecord, proseOf, readEach, readField, readRecord, storeRecord } from '#shared/board/records'
import type { Card } from '#shared/board/schema'

/**
 * Keeps what somebody locked as it is: only they, whoever made it and whoever leads may change it. What they may not do
 * is a matter of the hub, since a client may send whatever it likes.
 */
export interface LockGuard {
  /**
   * Takes in an edit, inside the transaction under way, and puts right what its author may not do; null may do
   * everything. True when something was. Words that somebody adds in the moment of the lock stay: they are typed before
   * its author hears of it. Later ones come from whoever was away, or from a client that keeps to no rule: they are put
   * on a note beside the card, so that none are lost.
   */
  take(author: string | null, edit: () => void): boolean
  dispose: Dispose
}

/** Where a locked card is and what it shows. Its place in the pile, the outline and a group changes with other cards. */
const KEPT = [
  'type',
  'pos',
  'size',
  'tint',
  'made',
  'lockedBy',
  'highlight',
  'quote',
  'why',
  'confidence',
  'ink',
  'pen',
  'nib',
  'shape',
  'ends',
  'route',
  'heads',
  'asset',
  'pixels',
  'link',
  'sign',
  'record',
] as const satisfies readonly (keyof Card)[]

/** True for whoever may change a locked card, besides whoever leads. */
export const mayChangeLocked = (
  author: string,
  { made, lockedBy }: Pick<Card, 'made' | 'lockedBy'>,
): boolean => author !== '' && (author === made.by || author === lockedBy)

/** ms in which words may be on their way to a card that was locked meanwhile. */
const ON_THEIR_WAY = 5_000
/** Notes with late words that are remembered, for more of them. */
const MOST_NOTES = 1_000

/** In whose name the hub writes is said in what it writes. */
const HUB = { of: 'hub' }

interface Locked {
  readonly card: Card
  readonly prose: KeptProse
  /** ms on the guard's clock. */
  readonly since: number
}

/** Guards the locked cards of a document. */
export function createLockGuard(doc: Y.Doc, now = () => performance.now()): LockGuard {
  const locked = new Map<string, Locked>()
  /** Where the late words of somebody for a card are, by both. */
  const notes = new Map<string, string>()
  // Asked of every card that changes: two values, and not the whole card.
  const isLocked = (id: string) =>
    readField(doc, 'cards', id, 'locked') === true && readField(doc, 'cards', id, 'del') !== true
  const look = (id: string, since = locked.get(id)?.since ?? now()) => {
    const card = isLocked(id) ? readRecord(doc, 'cards', id) : undefined
    const text = card && proseOf(doc, 'cards', id, 'text')
    if (card) locked.set(id, { card, prose: text ? keepProse(text) : [], since })
    else locked.delete(id)
  }
  for (const [id, isLocked] of readEach(doc, 'cards', 'locked'))
    if (isLocked) look(id, Number.NEGATIVE_INFINITY)
  const dispose = observeCollection(doc, 'cards', (ids) => {
    for (const id of ids) look(id)
  })

  const putWordsRight = ({ card, prose, since }: Locked, author: string): boolean => {
    const { id } = card
    if (!proseOf(doc, 'cards', id, 'text')) changeRecord(doc, 'cards', id, { text: '' })
    const text = proseOf(doc, 'cards', id, 'text')
    if (!text || JSON.stringify(keepProse(text)) === JSON.stringify(prose)) return false
    if (now() - since < ON_THEIR_WAY) return putBackWords(text, card.text)
    const late = wordsSince(card.text, text.toString())
    restoreProse(text, prose)
    if (late.trim() === '') return true
    const key = `${id}:${author}`
    const writer = { doc, person: author, origin: HUB, now: Date.now }
    const note = keepLateWords(writer, card, late, notes.get(key))
    if (notes.size >= MOST_NOTES) notes.clear()
    notes.set(key, note)
    return true
  }

  const putRight = (before: Locked, author: string): boolean => {
    const { id, ...values } = before.card
    const now = readRecord(doc, 'cards', id)
    if (!now) {
      storeRecord(doc, 'cards', id, values)
      return true
    }
    const isGone = !now.locked || now.del
    const changed = KEPT.filter((key) => JSON.stringify(now[key]) !== JSON.stringify(before.card[key]))
    if (isGone || changed.length > 0) {
      const kept = Object.fromEntries(changed.map((key) => [key, before.card[key]]))
      changeRecord(doc, 'cards', id, { ...kept, ...(isGone ? { locked: true, del: false } : {}) })
    }
    return putWordsRight(before, author) || isGone || changed.length > 0
  }

  return {
    take: (author, edit) =>
      doc.transact((transaction) => {
        let isPutRight = false
        try {
          edit()
        } finally {
          // An update that breaks off may have done something by then. Cards of earlier edits in this transaction are
          // among these: each is compared to what it was after its own.
          for (const id of changedSoFar(transaction, doc, 'cards')) {
            const before = locked.get(id)
            if (
              author !== null &&
              before &&
              !mayChangeLocked(author, before.card) &&
              putRight(before, author)
            )
              isPutRight = true
            look(id)
          }
        }
        return isPutRight
      }),
    dispose,
  }
}
