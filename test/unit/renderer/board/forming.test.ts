import { expect, test } from 'vitest'
import { addCard } from '#shared/board/actions/cards'
import { partKey } from '#shared/cards/kind'
import { commandWith } from '../../../../renderer/board/commands/commands'
import { changeEdited, editedFormats, formsAt } from '../../../../renderer/board/writing'
import { Driver } from '../../../driver'

function writer(text: string) {
  const me = new Driver()
  const id = addCard(me.session.writer, { type: 'note', text, pos: [0, 0] })
  me.session.editing.set(id)
  const select = (start: number, end = start) => me.session.writing.set({ start, end, forms: null })
  const ask = (command: 'bold' | 'italic' | 'bullets' | 'numbers') => {
    const found = commandWith(command)
    if (!found?.isPossible(me.session)) throw new Error(`${command} is not possible`)
    found.run(me.session)
  }
  return { me, id, select, ask, formats: () => editedFormats(me.session) }
}

test('bold forms what is selected, takes it away again, and is one step to undo', () => {
  const { me, select, ask, formats } = writer('the red bench')
  select(4, 7)
  ask('bold')
  expect(formats()).toEqual([{ start: 4, end: 7, bold: true, italic: false }])
  ask('bold')
  expect(formats()).toEqual([])
  me.session.undo.undo()
  expect(formats()).toHaveLength(1)
})

test('with nothing selected it is for the next letters', () => {
  const { me, select, ask, formats } = writer('red')
  select(3)
  ask('italic')
  expect(formsAt(me.session)).toEqual(['italic'])
  expect(formats()).toEqual([])
})

test('bold on selected cards forms all of their words, and takes it from all when all have it', () => {
  const { me, id, ask } = writer('one')
  const other = addCard(me.session.writer, { type: 'note', text: 'two', pos: [400, 0] })
  me.session.editing.set(null)
  me.session.selection.set([id, other])
  const formats = () => [id, other].map((each) => me.session.scene.get(each)?.details.formats)
  me.press('mod+b')
  for (const each of formats()) expect(each).toEqual([{ start: 0, end: 3, bold: true, italic: false }])
  ask('bold')
  expect(formats()).toEqual([[], []])
})

test('lines become a list where somebody writes', () => {
  const { me, id, select, ask } = writer('ramp\ndoor')
  select(0, 9)
  ask('numbers')
  expect(me.card(id).text).toBe('1. ramp\n2. door')
})

test('a part that is replaced as a whole is changed at its places too, and has no forms', () => {
  const { me, id } = writer('noticed')
  me.session.editing.set(null)
  me.session.editing.set(partKey(id, 'why'))
  changeEdited(me.session, [{ start: 0, end: 0, words: 'Because' }])
  changeEdited(me.session, [{ start: 7, end: 7, words: ' of it' }])
  expect(me.card(id).why).toBe('Because of it')
  expect(commandWith('bold')?.isPossible(me.session)).toBe(false)
})

test('letters that somebody forms are painted so for the others, and plain cards share their details', () => {
  const { me, id, select, ask } = writer('one')
  const plain = addCard(me.session.writer, { type: 'note', text: 'two' })
  const another = addCard(me.session.writer, { type: 'note', text: 'three' })
  const details = (each: string) => me.session.scene.get(each)?.details
  expect(details(plain)).toBe(details(another))
  select(0, 3)
  ask('bold')
  expect(details(id)).not.toBe(details(plain))
})
