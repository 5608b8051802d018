import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { duplicateCards } from '#shared/board/actions/cards'
import { addFrame, addStoryboard, addStroke, captionFrame, framesOf } from '#shared/board/actions/prototypes'
import type { Writer } from '#shared/board/actions/writer'
import { readAll } from '#shared/board/records'

test('a copied storyboard has its own frames, captions and drawings', () => {
  const writer: Writer = { doc: new Y.Doc(), person: 'p', origin: null, now: () => 1 }
  const board = addStoryboard(writer, { text: 'The table' }, 0)
  const frames = ['arriving', 'talking'].map((caption) => addFrame(writer, board, caption))
  addStroke(writer, frames[1] ?? '', new Uint8Array([1, 0]))
  const [copy] = duplicateCards(writer, [board], [24, 24])
  expect(framesOf(writer, copy ?? '').map(({ caption }) => caption)).toEqual(['arriving', 'talking'])
  captionFrame(writer, frames[0] ?? '', 'changed later')
  const copied = framesOf(writer, copy ?? '')
  expect(copied[0]?.caption).toBe('arriving')
  expect(readAll(writer.doc, 'strokes').map(({ frame }) => frame)).toContain(copied[1]?.id)
})
