import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addCard } from '#shared/board/actions/cards'
import { formatText } from '#shared/board/actions/cardText'
import { addFrame, addStoryboard, addStroke } from '#shared/board/actions/prototypes'
import { addStory, highlightPassage } from '#shared/board/actions/stories'
import { makeTheme } from '#shared/board/actions/themes'
import { toggleVote } from '#shared/board/actions/votes'
import { formatsOf } from '#shared/board/formats'
import { proseOf, readAll } from '#shared/board/records'
import { encodeInk } from '#shared/cards/ink'
import { makeClip, pasteClip, readClip } from '../../../../../renderer/board/clipboard/clip'
import { Driver } from '../../../../driver'

const NO_PICTURES = new Map<string, string>()

/** Copies cards of one board into another, through what the clipboard holds. */
function carry(from: Driver, to: Driver, ids: readonly string[], assets = NO_PICTURES) {
  const { html } = makeClip(from.replica.doc, ids)
  const clip = readClip(html)
  if (!clip) throw new Error('no clip')
  return pasteClip(to.session.writer, clip, [1000, 500], assets).map((id) => to.card(id))
}

test('cards come into another board as they were, in the name of whoever pastes them', () => {
  const amal = new Driver()
  const sam = new Driver(undefined, 2)
  const id = addCard(amal.session.writer, {
    type: 'idea',
    text: 'A bell at\nthe door',
    tint: 'rose',
    pos: [40, 60],
    size: [300, 200, 0],
    locked: true,
  })
  formatText(amal.session.writer, { collection: 'cards', id }, [2, 6], 'bold', true)
  const [card] = carry(amal, sam, [id])
  expect(card).toMatchObject({ type: 'idea', text: 'A bell at\nthe door', tint: 'rose', size: [300, 200, 0] })
  expect(card?.pos).toEqual([850, 400])
  expect(card?.made.by).toBe('person2')
  expect(card?.locked).toBe(false)
  expect(formatsOf(proseOf(sam.replica.doc, 'cards', card?.id ?? '', 'text'))).toMatchObject([
    { start: 2, end: 6, bold: true },
  ])
})

test('what hangs together stays together: themes, links, groups, frames and drawings', () => {
  const amal = new Driver()
  const sam = new Driver(undefined, 2)
  const { writer } = amal.session
  const insight = addCard(writer, { type: 'insight', text: 'Steep', pos: [0, 0], group: 'g' })
  const idea = addCard(writer, { type: 'idea', text: 'Rail', pos: [300, 0], from: [insight], group: 'g' })
  const theme = makeTheme(writer, [insight], 'The way in')
  const board = addStoryboard(writer, { pos: [0, 400] }, 1)
  const frame = addFrame(writer, board, 'At the door')
  addStroke(
    writer,
    frame,
    encodeInk([
      [1, 1, 0.5],
      [20, 20, 0.5],
    ]),
  )
  toggleVote(writer, idea)
  const cards = carry(amal, sam, [insight, idea, theme, board])
  const of = (type: string) => cards.find((card) => card.type === type)
  expect(of('insight')?.theme).toBe(of('theme')?.id)
  expect(of('idea')?.from).toEqual([of('insight')?.id])
  expect(of('idea')?.group).toBe(of('insight')?.group)
  expect(of('idea')?.group).not.toBe('g')
  const { doc } = sam.replica
  const frames = readAll(doc, 'frames').filter(({ card }) => card === of('storyboard')?.id)
  expect(frames.map(({ caption }) => caption)).toContain('At the door')
  expect(readAll(doc, 'strokes')).toHaveLength(1)
  expect(readAll(doc, 'strokes')[0]?.made.by).toBe('person2')
  expect(readAll(doc, 'votes')).toHaveLength(0)
})

test('a passage of a story does not come into a board that does not have the story', () => {
  const amal = new Driver()
  const sam = new Driver(undefined, 2)
  const { writer } = amal.session
  const story = addStory(writer, { title: 'Visit', paragraphs: [{ heading: 0, text: 'Nobody spoke to me' }] })
  const highlight = highlightPassage(writer, story, 'text', 0, 6) ?? null
  const id = addCard(writer, { type: 'insight', text: 'Alone', highlight })
  const { html } = makeClip(amal.replica.doc, [id])
  expect(atob(/:([\w+/=]*)"/.exec(html)?.[1] ?? '')).not.toContain('Nobody')
  expect(carry(amal, sam, [id])[0]?.highlight).toBeNull()
  expect(carry(amal, amal, [id])[0]?.highlight).toBe(highlight)
})

test('a picture is shown by the name that it has in the other board, or stays away', () => {
  const amal = new Driver()
  const sam = new Driver(undefined, 2)
  const asset = 'a'.repeat(64)
  const id = addCard(amal.session.writer, { type: 'image', asset, pixels: [40, 30] })
  const note = addCard(amal.session.writer, { type: 'note', text: 'beside it' })
  expect(carry(amal, sam, [id, note]).map(({ type }) => type)).toEqual(['note'])
  const [card] = carry(amal, sam, [id], new Map([[asset, 'b'.repeat(64)]]))
  expect(card).toMatchObject({ asset: 'b'.repeat(64), pixels: [40, 30] })
})

test('other programs get the words, in reading order, and nothing that they could run', () => {
  const amal = new Driver()
  const { writer } = amal.session
  const low = addCard(writer, { type: 'note', text: '<b>low</b> & "last"', pos: [0, 900] })
  const high = addCard(writer, { type: 'note', text: 'first', pos: [0, 0] })
  const { text, html } = makeClip(amal.replica.doc, [low, high])
  expect(text).toBe('first\n<b>low</b> & "last"')
  expect(html).toContain(
    '<tr><td>first</td></tr><tr><td>&lt;b&gt;low&lt;/b&gt; &amp; &quot;last&quot;</td></tr>',
  )
})

test('pasting is one step back', () => {
  const amal = new Driver()
  const ids = ['a', 'b', 'c'].map((text) => addCard(amal.session.writer, { type: 'note', text }))
  amal.session.undo.mark()
  carry(amal, amal, ids)
  expect(amal.cards).toHaveLength(6)
  amal.press('mod+z')
  expect(amal.cards).toHaveLength(3)
})

test('whatever stands on the clipboard in place of our cards, nothing breaks', () => {
  const amal = new Driver()
  const id = addCard(amal.session.writer, { type: 'note', text: 'words' })
  const { html } = makeClip(amal.replica.doc, [id])
  const packed = /:([\w+/=]*)"/.exec(html)?.[1] ?? ''
  const bytes = Buffer.from(packed, 'base64')
  const changed = fc
    .tuple(
      fc.array(fc.record({ at: fc.nat(bytes.length - 1), byte: fc.nat(255) }), { maxLength: 8 }),
      fc.nat(bytes.length),
    )
    .map(([changes, end]) => {
      const copy = Buffer.from(bytes)
      for (const { at, byte } of changes) copy[at] = byte
      return copy.subarray(0, end).toString('base64')
    })
  fc.assert(
    fc.property(fc.oneof(changed, fc.base64String({ maxLength: 400 }), fc.string()), (content) => {
      const clip = readClip(`<table data-common-ground="1:${content}">`)
      if (!clip) return
      const sam = new Driver(undefined, 2)
      expect(() => pasteClip(sam.session.writer, clip, [0, 0], NO_PICTURES)).not.toThrow()
      sam.dispose()
    }),
    { numRuns: 600 },
  )
})
