import type { NewCard } from '#shared/board/actions/cards'
import { addCards } from '#shared/board/actions/manyCards'
import { hostOf } from '#shared/board/links'
import type { Point } from '#shared/cards/box'
import { link } from '#shared/cards/link'
import { kindOfStage } from '#shared/cards/ofStage'
import type { Session } from '../session'
import { inGrid, rowsOf } from './layOut'
import type { ReadText } from './readText'

/** How many cards a text is. */
export function countOf(read: ReadText): number {
  switch (read.kind) {
    case 'nothing':
      return 0
    case 'link':
      return 1
    case 'lines':
      return read.lines.length
    case 'cells':
      return read.rows.reduce((sum, row) => sum + row.filter((cell) => cell !== '').length, 0)
  }
}

type Place = Pick<Session, 'records' | 'undo' | 'writer' | 'selection' | 'editing'>

/**
 * Makes cards of a text around a point of the wall, of the kind that the present stage works with, and selects them.
 * Cells keep their rows and columns; addresses become links. One undo step.
 */
export function placeTexts(session: Place, read: ReadText, at: Point): string[] {
  const { stage } = session.records.singleton('meta')
  const card = (text: string): Omit<NewCard, 'pos'> & Required<Pick<NewCard, 'size'>> =>
    hostOf(text) === null
      ? { ...kindOfStage(stage), stage, text, size: [240, 160, 0] }
      : { type: 'link', tint: 'white', stage, link: text, size: [link.size[0], link.size[1], 0] }
  const rows = textsIn(read).map((row) => row.map((text) => (text === '' ? null : card(text))))
  const places = inGrid(
    rows.map((row) => row.map((each) => each && [each.size[0], each.size[1]])),
    at,
  )
  const cards = rows.flatMap((row) => row.flatMap((each) => each ?? []))
  if (cards.length === 0) return []
  session.editing.set(null)
  session.undo.mark()
  const ids = addCards(
    session.writer,
    cards.map((each, index) => ({ ...each, pos: places[index] ?? at })),
  )
  session.undo.mark()
  session.selection.set(ids)
  return ids
}

function textsIn(read: ReadText): readonly (readonly string[])[] {
  switch (read.kind) {
    case 'nothing':
      return []
    case 'link':
      return [[read.link]]
    case 'lines':
      return rowsOf(read.lines)
    case 'cells':
      return read.rows
  }
}
