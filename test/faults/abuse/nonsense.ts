import * as Y from 'yjs'
import { encodeControl, encodePresence, encodeSync } from '#shared/sync/messages'
import { NO_PRESENCE, presenceStep } from '#shared/sync/presence'
import type { Randomness } from '../../support/randomness'

/** Messages as windows send them, of which each kind comes up as often as any other. */
export function wholeMessages(random: Randomness): readonly (readonly Uint8Array[])[] {
  const updates = Array.from({ length: 5_000 }, () => {
    const doc = new Y.Doc()
    doc.getMap('cards').set(`x${random.under(1e6)}`, new Y.Map([['text', 'nonsense']]))
    return encodeSync(random.under(100), { step: 'update', bytes: Y.encodeStateAsUpdate(doc) })
  })
  const pointing = Array.from({ length: 100 }, (_, x) =>
    encodePresence(presenceStep({ ...NO_PRESENCE, cursor: [x, 1] }, null)),
  )
  return [
    updates,
    pointing,
    [encodeSync(0, { step: 'vector', bytes: Y.encodeStateVector(new Y.Doc()) })],
    [encodeControl({ say: 'round', order: { do: 'end' } } as never)],
  ]
}

/** One of these messages, damaged in up to five places, or no message at all. */
export function nonsense(whole: ReturnType<typeof wholeMessages>, random: Randomness): Uint8Array {
  const kind = whole[random.under(whole.length + 1)]
  if (!kind) return Uint8Array.from({ length: random.under(200) }, () => random.under(256))
  const bytes = Uint8Array.from(random.of(kind) ?? [])
  for (let change = random.under(6); change > 0; change--)
    bytes[random.under(bytes.length)] = random.under(256)
  return bytes
}
