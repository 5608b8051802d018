import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addCard, moveCards, writeCard } from '#shared/board/actions/cards'
import { readAll, rootOf } from '#shared/board/records'
import type { Replica } from '../../renderer/board/replica'
import { canonical } from '../support/canonical'
import {
  cuttableLines,
  isLive,
  isSaved,
  openTestRoom,
  until,
  untilDocument,
  unwrap,
} from '../support/realHub'

const action = fc.record({
  who: fc.nat(1),
  what: fc.constantFrom('add', 'write', 'move', 'cut', 'look', 'allow', 'breathe'),
  which: fc.nat(),
  text: fc.string({ maxLength: 12 }),
})

/** Resolves when the hub has taken or refused everything that this window wrote. */
async function answered({ connection, saving }: Replica): Promise<void> {
  const isRefused = () => connection.get().state === 'rejected'
  const isTaken = () => connection.get().state === 'live' && saving.get().state === 'saved'
  await new Promise<void>((resolve) => {
    const stops: (() => void)[] = []
    const look = () => {
      if (!isRefused() && !isTaken()) return
      for (const stop of stops) stop()
      resolve()
    }
    stops.push(connection.subscribe(look), saving.subscribe(look))
    look()
  })
}

test('however often a room is read-only, whoever starts afresh when refused ends with everybody’s board', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 10, maxLength: 50 }), async (actions) => {
      const room = await openTestRoom()
      const host = await isLive(room.connect(room.host))
      const lines = [cuttableLines(), cuttableLines()]
      const guests = await Promise.all(lines.map((line) => isLive(room.connect(room.guest, {}, line))))
      /** As a window does: it lets go of what was refused, and comes in again as the same person. */
      const afresh = async (who: number): Promise<Replica | undefined> => {
        const guest = guests[who]
        if (guest?.connection.get().state !== 'rejected') return guest
        const credential = { kind: 'token', token: guest.token() } as const
        guest.dispose()
        const fresh = await isLive(room.connect({ ...room.guest, credential }, {}, lines[who]))
        guests[who] = fresh
        return fresh
      }
      for (const { who, what, which, text } of actions) {
        const guest = await afresh(who)
        if (!guest) continue
        const writer = { doc: guest.doc, person: '', origin: null, now: () => 1 }
        const cards = readAll(guest.doc, 'cards')
        const id = cards[which % Math.max(1, cards.length)]?.id
        if (what === 'cut') lines[who]?.cut()
        else if (what === 'look' || what === 'allow')
          unwrap(room.hub.leadRoom(room.path, { do: 'readOnly', isOn: what === 'look' }))
        else if (what === 'breathe') await answered(guest)
        else if (what === 'add' || id === undefined) addCard(writer, { type: 'note', text })
        else if (what === 'write') writeCard(writer, id, text)
        else moveCards(writer, [id], [which % 100, 1])
      }
      // What is still on its way is taken or refused; then everybody may write, and their last word reaches all.
      unwrap(room.hub.leadRoom(room.path, { do: 'readOnly', isOn: false }))
      for (const who of [0, 1]) {
        const known = guests[who]
        if (!known) continue
        await answered(known)
        const guest = await afresh(who)
        if (guest) await until(guest.me, (me) => me?.role === 'participant')
      }
      const all = [host, ...guests]
      const marks = all.map(({ doc }, at) =>
        addCard({ doc, person: '', origin: null, now: () => 1 }, { type: 'note', text: `last ${at}` }),
      )
      const hasAll = ({ doc }: Replica) => marks.every((id) => rootOf(doc, 'cards').has(id))
      await Promise.all(all.map((replica) => untilDocument(replica, () => hasAll(replica))))
      await Promise.all(all.map(isSaved))
      for (const guest of guests) expect(canonical(guest.doc)).toBe(canonical(host.doc))
      for (const replica of all) replica.dispose()
      await room.hub.shutDown()
    }),
    { numRuns: 6 },
  )
})
