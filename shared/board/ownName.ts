import type { Person } from './schema'

/** True for a person whom `author` may call something else besides whoever leads: themselves, or one they noted. */
export const isOwnPerson = (author: string, { id, made }: Pick<Person, 'id' | 'made'>): boolean =>
  id === author || made.by === '' || made.by === author
