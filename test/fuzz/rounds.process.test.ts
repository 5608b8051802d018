import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAll } from '#shared/board/records'
import type { RoundOrder } from '#shared/room/round'
import { decodeGuestMessage, encodeControl, encodeSealed } from '#shared/sync/messages'
import { hiddenWriter, roundOf } from '../support/hiddenWriter'
import { isLive, openTestRoom, until, untilDocument } from '../support/realHub'

const SECRET = 'Zebraquartz'
const bytes = fc.uint8Array({ maxLength: 60 })
const step = fc.constantFrom('vector' as const, 'difference' as const, 'update' as const, 'whole' as const)

/** Messages about rounds, well-formed and not; `round` is the one that runs. */
const noise = (round: string) => {
  const name = fc.constantFrom(round, 'another', '')
  return fc.oneof(
    fc
      .tuple(name, fc.nat(9), step, bytes)
      .map(([of, at, kind, content]) => encodeSealed(of, at, { step: kind, bytes: content })),
    fc
      .tuple(name, fc.nat(30))
      .map(([of, cut]) =>
        encodeSealed(of, 1, { step: 'update', bytes: new Uint8Array(40) }).subarray(0, cut),
      ),
    fc
      .tuple(name, fc.boolean())
      .map(([of, isDone]) => encodeControl({ say: 'ask', round: of, ask: { kind: 'writing', isDone } })),
    name.map((of) => encodeControl({ say: 'letGo', round: of })),
    fc
      .tuple(fc.constantFrom('end', 'cancel', 'next', 'addTime', 'begin', 'sing'), name, fc.anything())
      .map(([order, of, ms]) => said({ say: 'round', order: { do: order, round: of, ms, settings: ms } })),
    fc.anything().map((ask) => said({ say: 'ask', round, ask })),
  )
}
const said = (what: unknown): Uint8Array => {
  let text = '{}'
  try {
    text = JSON.stringify(what) ?? '{}'
  } catch {
    // What is no JSON cannot be said.
  }
  return Uint8Array.of(0, ...new TextEncoder().encode(text))
}

test('no bytes about a sealed document make a reader throw, and a whole message survives the way', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), step, bytes, fc.nat(), (round, sequence, kind, content, cut) => {
      const message = encodeSealed(round, sequence, { step: kind, bytes: content })
      const sync = { step: kind, bytes: content }
      expect(decodeGuestMessage(message)).toEqual({ kind: 'sealed', round, sequence, sync })
      expect(decodeGuestMessage(message.subarray(0, cut % message.length))).toBeUndefined()
    }),
  )
})

test('whatever strangers send of a round, it goes on, nobody hears a hidden word, and the reveal holds the honest cards', async () => {
  const room = await openTestRoom()
  const host = await hiddenWriter(room.host)
  const honest = await hiddenWriter(room.guest)
  const begin: RoundOrder = { do: 'begin', settings: { kind: 'writing', ms: null, question: 'Why?' } }
  host.send(encodeControl({ say: 'round', order: begin }))
  const { id } = await roundOf(honest)
  await honest.writes(id, SECRET)
  const heard: Uint8Array[] = []
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.array(noise(id), { minLength: 1, maxLength: 8 }),
      async (watch, messages) => {
        const stranger = await hiddenWriter(room.guest, watch ? { watch } : {})
        for (const message of messages) stranger.send(message)
        // Either it was sent away, or it is told of the round like anybody else.
        stranger.send(encodeControl({ say: 'letGo', round: 'none' }))
        await Promise.race([stranger.ended, roundOf(stranger)])
        heard.push(...stranger.arrived.map((one) => one.bytes))
      },
    ),
    { numRuns: 60 },
  )
  heard.push(...host.arrived.map((one) => one.bytes))
  expect(Buffer.concat(heard).includes(SECRET)).toBe(false)
  expect(await honest.catchesUp(id)).toEqual([SECRET])
  const replica = await isLive(room.connect(room.host))
  expect((await until(replica.rounds.running, (now) => now !== null))?.id).toBe(id)
  host.send(encodeControl({ say: 'round', order: { do: 'end', round: id } }))
  await untilDocument(replica, () => readAll(replica.doc, 'cards').some(({ text }) => text === SECRET))
})
