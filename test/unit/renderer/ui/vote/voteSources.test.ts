import { expect, test } from 'vitest'
import { addCard } from '#shared/board/actions/cards'
import { voteSources } from '../../../../../renderer/ui/vote/voteSources'
import { Driver } from '../../../../driver'

test('a vote may be about what is selected, all of a kind, or what lies in a theme: two cards with words at least', () => {
  const { session } = new Driver()
  const { writer, selection } = session
  const theme = addCard(writer, { type: 'theme', text: 'Waiting feels unsafe' })
  const [bench, lamp] = ['A bench', 'A lamp'].map((text) => addCard(writer, { type: 'idea', text, theme }))
  const note = addCard(writer, { type: 'note', text: 'Only one note' })
  addCard(writer, { type: 'idea', text: '  ' })
  addCard(writer, { type: 'connector', text: 'leads to' })
  expect(voteSources(session).map(({ key, cards }) => [key, cards])).toEqual([
    ['idea', [bench, lamp]],
    [theme, [bench, lamp]],
  ])
  selection.set([note, bench ?? ''])
  expect(voteSources(session)[0]).toMatchObject({ key: 'selection', cards: [bench, note] })
})
