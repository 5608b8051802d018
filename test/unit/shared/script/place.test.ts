import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addLine, addScript, deleteLines, linesOf } from '#shared/board/actions/scripts'
import type { Writer } from '#shared/board/actions/writer'
import { placeIn } from '#shared/script/place'

const writer: Writer = { doc: new Y.Doc(), person: 'p', origin: null, now: () => 1 }

test('a rehearsal whose line was deleted begins again instead of showing nothing', () => {
  const script = addScript(writer, {})
  const [first, second, third] = ['one', 'two', 'three'].map((text) => addLine(writer, script, { text }))
  expect(placeIn(linesOf(writer, script), second ?? '')).toMatchObject({
    at: 1,
    previous: { id: first },
    next: { id: third },
  })
  deleteLines(writer, [second ?? ''])
  expect(placeIn(linesOf(writer, script), second ?? '')).toMatchObject({ at: 0, present: { text: 'one' } })
})

test('a script without lines has no place', () => {
  expect(placeIn([], null)).toMatchObject({ at: 0, present: undefined, next: undefined })
})
