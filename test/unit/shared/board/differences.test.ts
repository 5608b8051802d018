import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addCard, deleteCards, raiseCards, tintCards } from '#shared/board/actions/cards'
import { addFrame, addStoryboard, addStroke, captionFrame, framesOf } from '#shared/board/actions/prototypes'
import { restoreBoard } from '#shared/board/actions/restore'
import type { Writer } from '#shared/board/actions/writer'
import { differences, showingOf } from '#shared/board/differences'
import { copyOf } from '../../../support/canonical'

function board() {
  const doc = new Y.Doc()
  const writer: Writer = { doc, person: 'nadia', origin: null, now: () => 1 }
  return { doc, writer }
}

test('cards that came, went and changed are told apart, and what nobody sees is no change', () => {
  const { doc, writer } = board()
  const [stays, goes, changes] = ['Stays', 'Goes', 'Changes'].map((text) =>
    addCard(writer, { type: 'note', text }),
  )
  const then = copyOf(doc)
  deleteCards(writer, [goes ?? ''])
  tintCards(writer, [changes ?? ''], 'rose')
  raiseCards(writer, [stays ?? ''])
  const comes = addCard(writer, { type: 'note' })
  const since = differences(showingOf(doc), showingOf(then))
  expect(since).toEqual({
    added: new Set([comes]),
    gone: new Set([goes]),
    changed: new Set([changes]),
  })
  restoreBoard(writer, then)
  expect(differences(showingOf(doc), showingOf(then))).toEqual({
    added: new Set(),
    gone: new Set(),
    changed: new Set(),
  })
})

test.each<[string, (writer: Writer, storyboard: string, frame: string) => void]>([
  ['a caption', (writer, _, frame) => captionFrame(writer, frame, 'They saw')],
  ['a drawing', (writer, _, frame) => void addStroke(writer, frame, Uint8Array.of(1, 2))],
  ['a frame', (writer, storyboard) => void addFrame(writer, storyboard)],
])('%s changes its storyboard', (_, change) => {
  const { doc, writer } = board()
  const storyboard = addStoryboard(writer, { text: 'Building it' })
  const then = copyOf(doc)
  change(writer, storyboard, framesOf(writer, storyboard)[0]?.id ?? '')
  expect(differences(showingOf(doc), showingOf(then)).changed).toEqual(new Set([storyboard]))
})
