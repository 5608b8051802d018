import { randomBytes } from 'node:crypto'
import { putPerson } from '#shared/board/actions/people'
import { readRecord } from '#shared/board/records'
import type { Side } from '#shared/board/vocabulary'
import { newId } from '#shared/id'
import { hashOf, hostToken } from '../files/hostToken'
import type { Room } from './room'

/** Who is who on one board: written to the document by the hub, and known again by a token. */
export interface People {
  /** The person of a token that a guest was given earlier. */
  find(token: string): string | undefined
  /** Gives out a token with which this person comes back. */
  invite(person: string): string
  /** The person who hosts from this computer; the same the next time. */
  host(): string
  /** The hashes of the tokens by which guests are known, with their persons. */
  known(): ReadonlyMap<string, string>
  /**
   * Knows people by these tokens too, except those who were forgotten, as the room does of which this board is a copy:
   * whom it told of before and not now was sent out there.
   */
  learn(devices: Iterable<readonly [hash: string, person: string]>): void
  /** The same for people of whom nothing is known here, and for nobody else: no guest may come in as another one. */
  learnNew(devices: Iterable<readonly [hash: string, person: string]>, by: string): void
  /** On whose word somebody is known who has not been here yet: whoever says so may have made them up. */
  vouchedBy(person: string): string | undefined
  /** From now on whoever hosts from this computer is this person. */
  hostAs(person: string): void
  /** The person who has hosted from this computer, if anybody has. */
  knownHost(): string | undefined
  /** Writes a person's name, side and languages. An empty name leaves a known one. */
  put(person: string, values: { name: string; side: Side; languages: readonly string[] }): void
  nameOf(person: string): string
  /** Lets nobody come back as this person: their tokens are worth nothing from now on. */
  forget(person: string): void
  /** True for who was known before this hub opened the board, or to another hub. */
  isFromElsewhere(person: string): boolean
  /** True for a token of somebody who was forgotten since the board was opened. */
  isForgotten(token: string): boolean
}

/** A secret that nobody guesses. */
export const newToken = (): string => randomBytes(24).toString('base64url')

/**
 * A new person's id. It says of somebody who comes only to watch that they do: so that is known wherever their token
 * is, after the board was opened again and to whoever takes the room over.
 */
export const newPerson = (watches: boolean): string => (watches ? ONLY_WATCHES : '') + newId()

/** True for who came in by the code only to watch. */
export const isWatcher = (person: string): boolean => person.startsWith(ONLY_WATCHES)

/** No other id has a hyphen. */
const ONLY_WATCHES = 'watcher-'

/** Follows who is who, from what the board file remembers. */
export function createPeople(room: Room, remembered: ReadonlyMap<string, string>): People {
  const persons = new Map(remembered)
  const remember = (hash: string, person: string) => {
    if (persons.get(hash) === person) return
    persons.set(hash, person)
    room.saver.remember(hash, person)
  }
  const elsewhere = new Set(remembered.values())
  const learnOne = (hash: string, person: string) => {
    elsewhere.add(person)
    remember(hash, person)
  }
  const forgotten = new Set<string>()
  const vouchers = new Map<string, string>()
  let learned: ReadonlySet<string> = new Set()
  const origin = { of: 'hub' }
  const nameOf = (person: string) => readRecord(room.doc, 'people', person)?.name ?? ''
  return {
    find: (token) => persons.get(hashOf(token)),
    invite(person) {
      const token = newToken()
      remember(hashOf(token), person)
      return token
    },
    known() {
      const host = hostToken(room.file.id)
      return new Map([...persons].filter(([hash]) => hash !== host))
    },
    learn(devices) {
      const now = new Map(devices)
      for (const hash of learned) if (!now.has(hash)) persons.delete(hash)
      for (const [hash, person] of now) if (!forgotten.has(hash)) learnOne(hash, person)
      learned = new Set(now.keys())
    },
    learnNew(devices, by) {
      const here = new Set(persons.values())
      for (const [hash, person] of devices) {
        if (persons.has(hash) || here.has(person) || forgotten.has(hash)) continue
        vouchers.set(person, by)
        learnOne(hash, person)
      }
    },
    vouchedBy: (person) => vouchers.get(person),
    hostAs: (person) => remember(hostToken(room.file.id), person),
    knownHost: () => persons.get(hostToken(room.file.id)),
    host() {
      const hash = hostToken(room.file.id)
      const known = persons.get(hash)
      if (known !== undefined) return known
      const person = newId()
      remember(hash, person)
      return person
    },
    put(person, { name, side, languages }) {
      vouchers.delete(person)
      const writer = { doc: room.doc, person, origin, now: () => Date.now() }
      putPerson(writer, person, { name: name === '' ? nameOf(person) : name, side, languages })
    },
    nameOf,
    forget(person) {
      for (const [hash, of] of persons) {
        if (of !== person) continue
        persons.delete(hash)
        forgotten.add(hash)
      }
    },
    isFromElsewhere: (person) => elsewhere.has(person),
    isForgotten: (token) => forgotten.has(hashOf(token)),
  }
}
