import { useMemo } from 'react'
import type { Person } from '#shared/board/schema'
import type { Mixable } from '#shared/room/mixing'
import { useRecords, useSession, useSignal, useSingleton } from '../hooks'
import { presentPeople } from '../people'

/** Somebody who may have a seat. */
export interface Sitter extends Mixable {
  /** Empty for the nameless. */
  readonly name: string
}

export interface Sitters {
  /** In the room now. */
  readonly here: readonly Sitter[]
  /** On the board by name, and not in the room now. */
  readonly away: readonly Sitter[]
  readonly byId: ReadonlyMap<string, Sitter>
}

/** Everybody who may have a seat. Whoever did not say what they speak counts as speaking the board's language. */
export function useSitters(): Sitters {
  const { replica } = useSession()
  const peers = useSignal(replica.people)
  const people = useRecords('people')
  const { language } = useSingleton('meta')
  return useMemo(() => {
    const sitter = ({ id, name, pseudonym, side, languages }: Person): Sitter => ({
      id,
      name: name || pseudonym,
      side,
      languages: languages.length > 0 ? languages : [language],
    })
    const byId = new Map(people.map((person) => [person.id, sitter(person)]))
    const present = new Set(presentPeople(peers, undefined).map(({ person }) => person))
    const all = [...byId.values()].sort(
      (a, b) => Number(a.name === '') - Number(b.name === '') || a.name.localeCompare(b.name),
    )
    return {
      here: all.filter(({ id }) => present.has(id)),
      away: all.filter(({ id, name }) => !present.has(id) && name !== ''),
      byId,
    }
  }, [peers, people, language])
}

/** The people at each table, as far as the board knows them. */
export function useTables(byId: ReadonlyMap<string, Sitter>): readonly (readonly Sitter[])[] {
  const { tables } = useSingleton('seating')
  return useMemo(() => tables.map((ids) => ids.flatMap((id) => byId.get(id) ?? [])), [tables, byId])
}
