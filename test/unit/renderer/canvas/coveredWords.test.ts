import { expect, test } from 'vitest'
import { addCard, resizeCard, tintCards, writeCard } from '#shared/board/actions/cards'
import { formatText } from '#shared/board/actions/cardText'
import { LIGHT } from '#shared/cards/colours'
import { createCoveredWords } from '../../../../renderer/canvas/coveredWords'
import { createLook } from '../../../../renderer/canvas/paintContext'
import { Driver } from '../../../driver'
import { evenMeasure, paintContext } from '../../../support/recordingBrush'

test('letters in the card being written are hidden from the painter, and nothing else is', () => {
  const me = new Driver()
  const { writer, scene, editing } = me.session
  const look = createLook(LIGHT, paintContext().words, evenMeasure, false)
  const id = addCard(writer, { type: 'idea', text: 'A bench' })
  const other = addCard(writer, { type: 'note', text: 'A tree', pos: [400, 0] })
  const covered = createCoveredWords(me.session)
  const hidden: boolean[] = []
  scene.subscribe(({ ids }) => hidden.push(covered.hides(ids, look)))
  const last = (act: () => void) => {
    act()
    return hidden.at(-1)
  }
  expect(last(() => writeCard(writer, id, 'A benc'))).toBe(false)
  editing.set(id)
  covered.begin()
  expect(last(() => writeCard(writer, id, 'A bench'))).toBe(true)
  expect(last(() => formatText(writer, { collection: 'cards', id }, [0, 3], 'bold', true))).toBe(true)
  expect(last(() => writeCard(writer, other, 'A trunk'))).toBe(false)
  expect(last(() => tintCards(writer, [id], 'rose'))).toBe(false)
  expect(last(() => resizeCard(writer, id, { pos: [5, 5], size: [300, 200, 0] }))).toBe(false)
  // The heading “Idea” makes room when people write it themselves.
  expect(last(() => writeCard(writer, id, 'Idea: a bench'))).toBe(false)
  expect(last(() => writeCard(writer, id, 'Idea: a bench!'))).toBe(true)
})
