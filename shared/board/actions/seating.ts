import { changeSingleton, readSingleton } from '../records'
import { type Writer, write } from './writer'

/** Seats people at tables, in place of whatever seating there was. */
export function seatPeople(writer: Writer, tables: readonly (readonly string[])[]): void {
  write(writer, () => changeSingleton(writer.doc, 'seating', { tables }))
}

/** Moves a person to the table at this place in the row, or to none. Nothing happens when there is no such table. */
export function seatPerson(writer: Writer, person: string, table: number | null): void {
  const { tables } = readSingleton(writer.doc, 'seating')
  if (table !== null && tables[table] === undefined) return
  seatPeople(
    writer,
    tables.map((people, at) => {
      const others = people.filter((one) => one !== person)
      if (at !== table) return others
      return people.includes(person) ? people : [...others, person]
    }),
  )
}

/** Shows the tables on every screen and on the projector, or stops showing them. */
export function showTables(writer: Writer, isShown: boolean): void {
  write(writer, () => changeSingleton(writer.doc, 'live', { seating: isShown }))
}
