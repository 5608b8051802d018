import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Writer } from '#shared/board/actions/writer'
import { createRecords } from '../../renderer/board/records'
import { createScene } from '../../renderer/board/scene'
import { canonical } from '../support/canonical'
import { seeded } from '../support/randomness'
import { ACTS, MODULES, READERS } from './everyAction'

const PEERS = 3
const ROUNDS = 25

test.each(Array.from({ length: 12 }, (_, seed) => seed))(
  'documents that got the same updates in any order are the same (seed %i)',
  (seed) => {
    const random = seeded(seed + 1)
    const docs = Array.from({ length: PEERS }, (_, at) => {
      const doc = new Y.Doc()
      doc.clientID = at + 1
      return doc
    })
    const waiting: { readonly to: Y.Doc; readonly update: Uint8Array }[] = []
    for (const doc of docs)
      doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin === 'network') return
        for (const to of docs) {
          if (to !== doc) waiting.push({ to, update })
          // A line that dropped sends again what had arrived.
          if (random.under(10) === 0) waiting.push({ to, update })
        }
      })
    const deliver = (count: number) => {
      for (let sent = 0; sent < count && waiting.length > 0; sent++) {
        const [message] = waiting.splice(random.under(waiting.length), 1)
        if (message) Y.applyUpdate(message.to, message.update, 'network')
      }
    }
    const names = Object.keys(ACTS)
    let clock = 1
    for (let round = 0; round < ROUNDS; round++) {
      for (const [at, doc] of docs.entries()) {
        const writer: Writer = { doc, person: `person${at}`, origin: 'act', now: () => clock++ }
        for (let acted = 0; acted < 3; acted++) ACTS[random.of(names) ?? '']?.(writer, random)
      }
      deliver(random.under(12))
    }
    deliver(Number.POSITIVE_INFINITY)
    const [first, ...others] = docs.map(canonical)
    for (const other of others) expect(other).toBe(first)
    const walls = docs.map((doc) => {
      const records = createRecords(doc)
      const scene = createScene(doc, records)
      return scene.all().map(({ id, place, details }) => ({ id, place, details }))
    })
    for (const wall of walls) expect(wall).toEqual(walls[0])
  },
)

test('every action is part of this fuzz', () => {
  const folder = join(import.meta.dirname, '../../shared/board/actions')
  const files = readdirSync(folder)
    .map((file) => file.replace(/\.ts$/, ''))
    .filter((file) => file !== 'writer')
  expect(files.sort()).toEqual(Object.keys(MODULES).sort())
  const exported = Object.values(MODULES).flatMap((module) =>
    Object.entries(module)
      .filter(([name, value]) => typeof value === 'function' && !READERS.has(name))
      .map(([name]) => name),
  )
  expect(exported.sort()).toEqual(Object.keys(ACTS).sort())
})
