import * as Y from 'yjs'
import { encodeSync } from '#shared/sync/messages'
import type { FromHub } from '#shared/sync/protocol'
import { createAddressAllowance } from './addressAllowance'
import { createClientOwners } from './clientOwners'
import type { Guards } from './guards'
import type { Purges } from './purges'
import type { Member } from './room'
import { weighUpdate } from './weighUpdate'

/** Milliseconds between two rounds of edits. */
const TICK = 33
/**
 * Frames a second that all windows together are sent with rounds of edits: each costs the hub and the room's Wi-Fi about
 * the same, however little is in it. More windows than this allows at the tick have theirs less often, and fuller.
 */
const MOST_FRAMES = 3_000
/** Nobody waits longer for a round, however many there are. */
const LONGEST_TICK = 100
/** ms after which somebody is asked again for what their edits build on; each time twice as many. */
const FIRST_ASK = 1_000
const LONGEST_ASK = 60_000

interface Edit {
  readonly member: Member
  readonly sequence: number
  readonly update: Uint8Array
  readonly isDifference: boolean
}

/** What windows write, taken into a document in rounds. */
export interface Edits {
  /** Takes an update into the next round; a difference is all that its window has and the document lacked. */
  add(edit: Edit): void
  /** Takes in at once what waits. */
  settle(): void
  /** Something waits for the next round. */
  isDue(): boolean
  /** The newest update of a window up to which everything is in the document; 0 for none. */
  taken(member: Member): number
  /** False for a window that wrote all of the change under way: it need not go back there. */
  isNewTo(member: Member): boolean
  leave(member: Member): void
}

interface Options {
  readonly doc: Y.Doc
  readonly members: ReadonlySet<Member>
  readonly guards: Pick<Guards, 'take'>
  readonly purges: Pick<Purges<Member>, 'sweep'>
  /** A round is in the document. */
  readonly done: () => void
}

/** What is said to whoever sends what no replica makes, or no client that keeps to the rules. */
const BAD: FromHub = { say: 'refused', code: 'badMessage' }
const FORGED: FromHub = { say: 'rejected', code: 'noPermission' }

export function createEdits({ doc, members, guards, purges, done }: Options): Edits {
  const newest = new Map<Member, number>()
  /** Whose edits build on something that is not here, and when they are asked for it. */
  const late = new Map<Member, { next: number; wait: number }>()
  const clients = createAddressAllowance()
  const owners = createClientOwners(doc, (person) => [...members].some(({ info }) => info.person === person))
  // What waits in the file itself goes on waiting.
  const wasWaiting = isWaiting(doc)
  let queue: Edit[] = []
  let lastRound = 0
  let timer: NodeJS.Timeout | undefined
  let isNewTo: Edits['isNewTo'] = () => true
  /** Somebody in this round wrote under this document's own id. */
  let isOwnIdTaken = false

  /** The last word to whoever sent it when it is not taken in. */
  const take = ({ member, update, isDifference }: Edit): FromHub | undefined => {
    const weighed = weighUpdate(update)
    if (!weighed) return BAD
    const news = [...weighed.clients].filter((client) => !doc.store.clients.has(client)).length
    if (member.isGuest && !clients.take(member.address, news)) return BAD
    const author = member.isGuest ? member.info.person : null
    const edit = { author, isBrought: isDifference && member.mayBring, update: weighed }
    if (!edit.isBrought) {
      if (author !== null && owners.isUnderOthers(author, weighed)) return FORGED
      owners.note(member.info.person, weighed)
    }
    const apply = () => {
      const own = Y.getState(doc.store, doc.clientID)
      Y.applyUpdate(doc, update, member)
      if (Y.getState(doc.store, doc.clientID) !== own) isOwnIdTaken = true
    }
    try {
      const done = guards.take(edit, apply)
      if (done === 'forged') return FORGED
      if (done) isNewTo = () => true
    } catch {
      return BAD
    }
    const isMissing = !wasWaiting && isWaiting(doc)
    if (isMissing) {
      // It comes again with what it builds on. Kept here it would be in no file, and be looked through with every edit.
      doc.store.pendingStructs = null
      doc.store.pendingDs = null
      if (!late.has(member)) late.set(member, { next: 0, wait: FIRST_ASK })
    } else if (isDifference) late.delete(member)
    return undefined
  }

  const askLate = () => {
    const now = performance.now()
    const due = [...late].filter(([, { next }]) => next <= now)
    if (due.length === 0) return
    const ask = encodeSync(0, { step: 'vector', bytes: Y.encodeStateVector(doc) })
    for (const [member, { wait }] of due) {
      late.set(member, { next: now + wait, wait: Math.min(LONGEST_ASK, wait * 2) })
      member.send(ask)
    }
  }

  const round = () => {
    clearTimeout(timer)
    timer = undefined
    if (queue.length === 0) return
    const edits = queue
    queue = []
    lastRound = performance.now()
    const [only, ...others] = new Set(edits.map(({ member }) => member))
    // What one window wrote need not go back to it; a round of several is encoded once for everybody.
    if (others.length === 0) isNewTo = (member) => member !== only
    const bad = new Map<Member, FromHub>()
    isOwnIdTaken = false
    doc.transact((transaction) => {
      for (const edit of edits) {
        const last = bad.has(edit.member) ? undefined : take(edit)
        if (last) bad.set(edit.member, last)
      }
      const taken = edits.filter(({ member }) => !bad.has(member))
      const isSwept = purges.sweep(taken.map(({ member, update }) => ({ from: member, update })))
      if (isSwept) isNewTo = () => true
      // Yjs takes what the hub puts right here for somebody else's use of its id, and would give it another one each
      // time: whoever provokes that could add clients without end.
      if (!isOwnIdTaken) transaction.local = true
    })
    isNewTo = () => true
    for (const { member, sequence } of edits) {
      if (members.has(member) && !late.has(member)) newest.set(member, sequence)
    }
    for (const [member, last] of bad) member.end(last)
    askLate()
    done()
  }

  return {
    add(edit) {
      queue.push(edit)
      if (timer !== undefined) return
      const tick = Math.min(Math.max(TICK, (1_000 * members.size) / MOST_FRAMES), LONGEST_TICK)
      const wait = Math.max(0, lastRound + tick - performance.now())
      if (wait === 0) round()
      else timer = setTimeout(round, wait)
    },
    settle: round,
    isDue: () => timer !== undefined,
    taken: (member) => newest.get(member) ?? 0,
    isNewTo: (member) => isNewTo(member),
    leave(member) {
      newest.delete(member)
      late.delete(member)
    },
  }
}

const isWaiting = ({ store }: Y.Doc): boolean => store.pendingStructs !== null || store.pendingDs !== null
