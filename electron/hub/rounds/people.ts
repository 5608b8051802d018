import type { Member } from '../room'
import type { PersonHere } from './kind'

/** The person who takes part in rounds at a window; empty for one that only watches. */
export const personOf = ({ info }: Member): string => (info.role === 'observer' ? '' : info.person)

/** Everybody at these windows who takes part, each once; a facilitator who is one at any of them. */
export function peopleAmong(windows: readonly Member[]): PersonHere[] {
  const persons = new Map<string, PersonHere>()
  for (const member of windows) {
    const { name, side, role } = member.info
    const person = personOf(member)
    if (person === '') continue
    const isFacilitator = role === 'facilitator' || (persons.get(person)?.isFacilitator ?? false)
    persons.set(person, { person, name, side, isFacilitator })
  }
  return [...persons.values()]
}
