import type * as Y from 'yjs'
import { reactionId } from '#shared/board/actions/reactions'
import { voteId } from '#shared/board/actions/votes'
import { isOwnPerson } from '#shared/board/ownName'
import { changeRecord, readField, readRecord, rootOf, storeRecord } from '#shared/board/records'
import type { Collection, Person } from '#shared/board/schema'
import type { TouchedPlace, TouchedPlaces } from './touchedPlaces'

/**
 * Keeps in whose name things stand: nobody makes a record in somebody else's name, changes who made one, votes or answers
 * as another person, takes another one's work out of the document, or renames somebody.
 */
export interface AuthorGuard {
  /**
   * Looks at an edit before it is taken in, inside the same transaction; undefined for one that only a client makes which
   * keeps to no rule. Otherwise what has to be done once it is in: that puts right what its author may not do, and is
   * true when something was.
   */
  look(author: string, touched: TouchedPlaces): (() => boolean) | undefined
}

/** Guards a document. */
export function createAuthorGuard(doc: Y.Doc): AuthorGuard {
  const ownerOf = (collection: Collection, id: string): string =>
    (isGiven(collection)
      ? readField(doc, collection, id, 'by')
      : readField(doc, collection, id, 'made')?.by) ?? ''
  const isOwn = (author: string, { collection, id }: TouchedPlace) => {
    const owner = ownerOf(collection, id)
    if (collection === 'people') return isOwnPerson(author, { id, made: { by: owner, at: 0 } })
    return owner === '' || owner === author
  }
  /** True when nobody but the owner touches it. */
  const isOwnersAlone = ({ collection, key }: TouchedPlace) =>
    key === null || key === 'made' || isGiven(collection)

  /** True for what is no honest client's to write. */
  const isForgedIn = (author: string, place: TouchedPlace): boolean => {
    const { collection, id, key } = place
    if (key === 'made') return true
    // A vote that went to another card would be a second one there.
    if (isGiven(collection) && (key === 'by' || key === 'card' || key === 'sign')) return true
    if (key === null && !rootOf(doc, collection).has(id)) return collection === 'outcomes'
    return isOwnersAlone(place) && !isOwn(author, place)
  }

  return {
    look(author, touched) {
      const written: TouchedPlace[] = []
      const people = new Map<string, Person>()
      const keepPerson = (place: TouchedPlace) => {
        if (place.collection !== 'people' || place.key === null || isOwn(author, place)) return
        const person = readRecord(doc, 'people', place.id)
        if (person) people.set(place.id, person)
      }
      for (const place of touched.written) {
        if (isForgedIn(author, place)) return undefined
        if (place.key === null) written.push(place)
        else keepPerson(place)
      }
      for (const place of touched.deleted) {
        if (isOwnersAlone(place) && !isOwn(author, place)) return undefined
        keepPerson(place)
      }
      return () => {
        let isPutRight = false
        for (const { collection, id } of written)
          if (putInOwnName(doc, author, collection, id)) isPutRight = true
        for (const person of people.values()) if (putPersonBack(doc, person)) isPutRight = true
        return isPutRight
      }
    },
  }
}

/** What each person gives once. */
const isGiven = (collection: Collection): collection is 'votes' | 'reactions' =>
  collection === 'votes' || collection === 'reactions'

/**
 * What somebody made in another name than theirs is theirs. An earlier page of theirs may have had another one. A vote or
 * an answer stands under the one id that it has of this person, so that nobody gives it twice.
 */
function putInOwnName(doc: Y.Doc, author: string, collection: Collection, id: string): boolean {
  const made = readField(doc, collection, id, 'made')
  const isOthers = made !== undefined && made.by !== '' && made.by !== author
  if (isOthers) changeRecord(doc, collection, id, { made: { by: author, at: made.at } } as never)
  if (!isGiven(collection)) return isOthers
  const given = readRecord(doc, collection, id)
  if (!given) return isOthers
  const card = given.card ?? ''
  const own = 'sign' in given ? reactionId(card, author, given.sign) : voteId(card, author)
  if (given.by === author && id === own) return isOthers
  rootOf(doc, collection).delete(id)
  if (!rootOf(doc, collection).has(own)) {
    const { id: _, ...values } = given
    storeRecord(doc, collection, own, { ...values, by: author, made: { by: author, at: given.made.at } })
  }
  return true
}

function putPersonBack(doc: Y.Doc, before: Person): boolean {
  const { id, ...values } = before
  if (JSON.stringify(readRecord(doc, 'people', id)) === JSON.stringify(before)) return false
  changeRecord(doc, 'people', id, values)
  return true
}
