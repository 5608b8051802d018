import { expect, test } from 'vitest'
import { addCard, deleteCards } from '#shared/board/actions/cards'
import { castVote } from '#shared/board/actions/votes'
import { LIGHT } from '#shared/cards/colours'
import { createLook } from '../../../../renderer/canvas/paintContext'
import { smallestLetters } from '../../../../renderer/canvas/smallestLetters'
import { Driver } from '../../../driver'
import { evenMeasure, paintContext } from '../../../support/recordingBrush'

const NOTE = { type: 'note', size: [240, 160, 0] } as const
const WALL = { x: -1_000, y: -1_000, width: 2_000, height: 2_000 }

test('the smallest letters of a wall are those of its fullest card, or of the marks on one', () => {
  const { session } = new Driver()
  const look = createLook(LIGHT, paintContext().words, evenMeasure, true)
  const smallest = (box = WALL) => smallestLetters(session.scene, box, look)
  expect(smallest()).toBe(Number.POSITIVE_INFINITY)
  const sound = addCard(session.writer, { ...NOTE, pos: [0, 0], text: 'Lights' })
  expect(smallest()).toBe(20)
  const full = addCard(session.writer, { ...NOTE, pos: [500, 0], text: 'Lights on the lane '.repeat(20) })
  expect(smallest()).toBe(12)
  expect(smallest({ x: -200, y: -200, width: 400, height: 400 })).toBe(20)
  deleteCards(session.writer, [full])
  expect(smallest()).toBe(20)
  for (let person = 0; person < 30; person++) castVote(session.writer, sound, `person ${person}`)
  expect(smallest()).toBe(12)
})

test('a wall of more cards than anybody reads is not looked through', () => {
  const { session } = new Driver()
  const look = createLook(LIGHT, paintContext().words, evenMeasure, true)
  for (let at = 0; at < 201; at++) addCard(session.writer, { ...NOTE, pos: [at, 0], text: 'Lights' })
  expect(smallestLetters(session.scene, WALL, look)).toBe(Number.POSITIVE_INFINITY)
})
