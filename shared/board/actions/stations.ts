import type { Box } from '../../cards/box'
import { inOrder, orderAfter, orderAtEnd } from '../order'
import { readAll } from '../records'
import type { Station } from '../schema'
import { add, change, putBack, remove, type Writer } from './writer'

/** The stations of a board, in order. */
export function stationsOf({ doc }: Pick<Writer, 'doc'>): Station[] {
  return inOrder(readAll(doc, 'stations'))
}

/** Keeps a part of the wall as the last station and returns its id. */
export function addStation(writer: Writer, name: string, view: Box): string {
  return add(writer, 'stations', { name, view: viewOf(view), order: orderAtEnd(stationsOf(writer)) })
}

/** Gives a station another name. */
export function renameStation(writer: Writer, id: string, name: string): void {
  change(writer, 'stations', id, { name })
}

/** Lets a station show another part of the wall. */
export function retakeStation(writer: Writer, id: string, view: Box): void {
  change(writer, 'stations', id, { view: viewOf(view) })
}

/** Moves a station right after another one (null: to the beginning). */
export function moveStation(writer: Writer, id: string, after: string | null): void {
  const others = stationsOf(writer).filter((station) => station.id !== id)
  change(writer, 'stations', id, { order: orderAfter(others, after) })
}

/** Takes a station out of the row. The wall stays as it is. */
export function deleteStation(writer: Writer, id: string): void {
  remove(writer, 'stations', [id])
}

/** Puts a station that was taken out back where it was. */
export function putBackStation(writer: Writer, id: string): void {
  putBack(writer, 'stations', [id])
}

const viewOf = ({ x, y, width, height }: Box): Station['view'] => [
  Math.round(x),
  Math.round(y),
  Math.round(width),
  Math.round(height),
]
