import { expect, test } from 'vitest'
import { addCard } from '#shared/board/actions/cards'
import { putPerson } from '#shared/board/actions/people'
import { addMeasure, describeMeasure } from '#shared/board/actions/report'
import { paintCard } from '#shared/cards/kinds'
import { Driver } from '../../../driver'
import { createRecordingBrush, paintContext } from '../../../support/recordingBrush'

function words(me: Driver, id: string): string[] {
  const drawable = me.session.scene.get(id)
  const brush = createRecordingBrush()
  if (drawable) paintCard(brush, drawable, paintContext())
  return brush.written.map((line) => line.words)
}

test('a person is shown by what the room calls them, with their side and languages in words', () => {
  const me = new Driver()
  const { writer } = me.session
  putPerson(writer, 'p1', { name: 'Maryam Haddad', side: 'professional', languages: ['ar'] })
  const id = addCard(writer, { type: 'person', record: 'p1', size: [240, 96, 0] })
  expect(words(me, id)).toEqual(['M', 'Maryam Haddad', 'Professional · ar'])
  putPerson(writer, 'p1', { pseudonym: 'Rana' })
  expect(words(me, id)).toEqual(['R', 'Rana', 'Professional · ar'])
})

test('a person who is nowhere else is shown by the name on the card', () => {
  const me = new Driver()
  const id = addCard(me.session.writer, { type: 'person', text: 'The baker', size: [240, 96, 0] })
  expect(words(me, id)).toEqual(['T', 'The baker'])
  const gone = addCard(me.session.writer, { type: 'person', record: 'nobody', size: [240, 96, 0] })
  expect(words(me, gone)).toEqual(['S', 'Someone'])
})

test('a measure shows where things stand, where they are to come and whether that was seen', () => {
  const me = new Driver()
  const { writer } = me.session
  const record = addMeasure(writer, { name: 'Visits', unit: 'a week', baseline: 12, target: 30 })
  const id = addCard(writer, { type: 'measure', record, size: [260, 150, 0] })
  expect(words(me, id)).toEqual(['Visits', '12', '30', 'a week', 'Expected'])
  describeMeasure(writer, record, { baseline: 14.5, status: 'observed' })
  expect(words(me, id)).toEqual(['Visits', '14.5', '30', 'a week', 'Observed'])
})
