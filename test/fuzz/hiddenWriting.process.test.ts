import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAll } from '#shared/board/records'
import { addWritten, changeWritten, readWritten, removeWritten } from '#shared/room/writtenCards'
import type { Replica } from '../../renderer/board/replica'
import { openUnsentStore } from '../../renderer/platform/unsentStore'
import { cuttableLines, isLive, openTestRoom, until, untilDocument } from '../support/realHub'

const action = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom('add', 'add', 'write', 'remove', 'cut', 'reload', 'breathe'),
  which: fc.nat(),
  text: fc.stringMatching(/^[a-z]{1,8}$/),
})
const isKept = ({ rounds }: Replica) => until(rounds.isKept, Boolean)
const textsOf = (cards: readonly { readonly text: string }[]) => cards.map(({ text }) => text).sort()

test('whatever one person writes at two windows and another at a third, while lines drop and pages are reloaded, both of the one end alike and all of it is revealed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 10, maxLength: 40 }), async (actions) => {
      const room = await openTestRoom()
      const host = await isLive(room.connect(room.host))
      host.rounds.order({ do: 'begin', settings: { kind: 'writing', ms: null, question: 'Why?' } })
      const lines = [cuttableLines(), cuttableLines(), cuttableLines()]
      const open = async (at: number, token?: string) => {
        const credential = token === undefined ? room.guest.credential : ({ kind: 'token', token } as const)
        const hidden = openUnsentStore(`${room.folder} ${at}`)
        await hidden.hasAny()
        const address = { ...room.guest, credential }
        const replica = await isLive(room.connect(address, {}, lines[at], undefined, hidden))
        await until(replica.rounds.mine, (doc) => doc !== null)
        return replica
      }
      const first = await open(0)
      const replicas = [first, await open(1, first.token()), await open(2)]
      let clock = 0
      for (const { who, what, which, text } of actions) {
        const replica = replicas[who]
        const doc = replica?.rounds.mine.get()
        if (!replica || !doc) continue
        const cards = readWritten(doc)
        const id = cards[which % Math.max(1, cards.length)]?.id
        if (what === 'cut') lines[who]?.cut()
        else if (what === 'reload') {
          lines[who]?.cut()
          const token = replica.token()
          replica.dispose()
          replicas[who] = await open(who, token)
        } else if (what === 'breathe') await new Promise((resolve) => setImmediate(resolve))
        else if (what === 'add' || id === undefined) addWritten(doc, text, ++clock)
        else if (what === 'write') changeWritten(doc, id, text)
        else removeWritten(doc, [id])
      }
      // Everybody's last card is in both windows of the one person, and in the file.
      const marks = replicas.map((replica, at) => {
        const doc = replica.rounds.mine.get()
        return doc ? addWritten(doc, `last ${at}`, ++clock) : ''
      })
      const [one, other, third] = replicas.map(({ rounds }) => rounds.mine.get())
      if (!one || !other || !third) throw new Error('the round is over')
      const has = (id: string | undefined, doc = one) => readWritten(doc).some((card) => card.id === id)
      await Promise.all(
        [one, other].map((doc) => untilDocument({ doc }, () => has(marks[0], doc) && has(marks[1], doc))),
      )
      await Promise.all(replicas.map(isKept))
      expect(readWritten(one)).toEqual(readWritten(other))
      expect(readWritten(third).some(({ id }) => id === marks[0])).toBe(false)
      const written = textsOf([...readWritten(one), ...readWritten(third)])
      const round = host.rounds.running.get()?.id ?? ''
      host.rounds.order({ do: 'end', round })
      await until(host.rounds.running, (now) => now === null)
      await untilDocument(host, () => readAll(host.doc, 'cards').length >= written.length)
      expect(textsOf(readAll(host.doc, 'cards'))).toEqual(written)
      for (const replica of replicas) {
        await until(replica.rounds.mine, (doc) => doc === null)
        expect(replica.rounds.leftovers.get()).toEqual([])
        replica.dispose()
      }
      host.dispose()
      await room.hub.shutDown()
    }),
    { numRuns: 8 },
  )
})
