import { addCard, moveCards, writeCard } from '#shared/board/actions/cards'
import { readAll } from '#shared/board/records'
import type { Replica } from '../../../renderer/board/replica'
import type { Randomness } from '../../support/randomness'

/** What somebody does on the wall, in one page after the other. */
export interface Work {
  /** The cards made, and those of them of which a hub said that it has saved them. */
  readonly made: readonly string[]
  readonly acknowledged: ReadonlySet<string>
  /** Cards that died with the app in whose window they had just been made: any of them may be gone. */
  readonly perished: ReadonlySet<string>
  /** Goes on in this page once that has reached the room. */
  begin(replica: Replica): void
  /** True once the page has. */
  isThere(): boolean
  /** There is no page for a while. */
  pause(): void
  /** The app around the page is killed. */
  die(): void
  act(): void
}

/** Milliseconds within which an edit is in a hub's file: what a killed app may lose of its own window. */
const SAVED_WITHIN = 250

export function createWork(name: string, random: Randomness): Work {
  const made: string[] = []
  const madeAt = new Map<string, number>()
  const acknowledged = new Set<string>()
  const perished = new Set<string>()
  let page: Replica | undefined
  return {
    made,
    acknowledged,
    perished,
    begin(replica) {
      page = undefined
      void replica.loaded.then(() => {
        page = replica
      })
      const before = made.length
      replica.saving.subscribe(() => {
        // Of what earlier pages made, this one says nothing.
        if (replica.saving.get().state === 'saved') for (const id of made.slice(before)) acknowledged.add(id)
      })
    },
    isThere: () => page !== undefined,
    pause() {
      page = undefined
    },
    die() {
      page = undefined
      const since = performance.now() - SAVED_WITHIN
      for (const [id, at] of madeAt) if (at > since && !acknowledged.has(id)) perished.add(id)
    },
    act() {
      // A page that never reached the room has no wall to write on.
      if (!page) return
      const writer = { doc: page.doc, person: page.me.get()?.person ?? '', origin: null, now: () => 1 }
      const card = random.of(readAll(page.doc, 'cards'))
      const turn = card ? random.under(3) : 0
      if (turn === 0) {
        const id = addCard(writer, { type: 'note', text: `${name} ${made.length}` })
        made.push(id)
        madeAt.set(id, performance.now())
      } else if (turn === 1 && card) moveCards(writer, [card.id], [random.under(50), 1])
      else if (card) writeCard(writer, card.id, `${card.text.slice(0, 60)} ${random.words()}`)
    },
  }
}
