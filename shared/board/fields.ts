import * as Y from 'yjs'
import { wholeLetters } from '../wholeLetters'

/**
 * One value of a record in the board document: how it is stored and how it is read back. Reading never
 * throws: a peer, an older version or a damaged file may have put anything there, so a value that does
 * not fit reads as `empty` while the stored one stays as it is.
 */
export interface Field<T> {
  readonly empty: T
  /** Stored as a `Y.Text`. */
  readonly isText?: true
  read(stored: unknown): T
  store(value: T): unknown
}

function plain<T>(empty: T, accept: (stored: unknown) => stored is T): Field<T> {
  return { empty, read: (stored) => (accept(stored) ? stored : empty), store: (value) => value }
}

/** A short string that is replaced as a whole. */
export const word = (empty = ''): Field<string> => ({
  ...plain(empty, (stored): stored is string => typeof stored === 'string'),
  store: wholeLetters,
})

/** A reference to another record, or null. The record may have been deleted. */
export const reference = (): Field<string | null> =>
  plain<string | null>(
    null,
    (stored): stored is string | null => stored === null || typeof stored === 'string',
  )

/** A finite number. */
export const amount = (empty = 0): Field<number> =>
  plain(empty, (stored): stored is number => typeof stored === 'number' && Number.isFinite(stored))

/** Any number of finite numbers, replaced as a whole; one that is none reads as 0, so that the others keep their place. */
export const amounts = (): Field<readonly number[]> => ({
  empty: [],
  read: (stored) => (Array.isArray(stored) ? stored.map((item) => amount().read(item)) : []),
  store: (value) => [...value],
})

/** True or false. */
export const claim = (empty = false): Field<boolean> =>
  plain(empty, (stored): stored is boolean => typeof stored === 'boolean')

/** Bytes that are replaced as a whole. */
export const bytes = (): Field<Uint8Array | null> =>
  plain<Uint8Array | null>(
    null,
    (stored): stored is Uint8Array | null => stored === null || stored instanceof Uint8Array,
  )

/** One of a fixed list. */
export function choice<const T extends string>(options: readonly T[], empty: T): Field<T> {
  return plain(empty, (stored): stored is T => (options as readonly unknown[]).includes(stored))
}

/** A list of short strings that is replaced as a whole. */
export const words = (): Field<readonly string[]> => ({
  empty: [],
  read: (stored) =>
    Array.isArray(stored) ? stored.filter((item): item is string => typeof item === 'string') : [],
  store: (value) => value.map(wholeLetters),
})

/** Lists of short strings, replaced as a whole: two people who sort them at once must not leave one string in two. */
export const wordLists = (): Field<readonly (readonly string[])[]> => ({
  empty: [],
  read: (stored) => (Array.isArray(stored) ? stored.map((list) => words().read(list)) : []),
  store: (value) => value.map((list) => list.map(wholeLetters)),
})

/** A group of numbers of fixed length that is replaced as a whole, such as a position. */
export function numbers<const T extends readonly number[]>(empty: T): Field<Widened<T>> {
  const fallback = empty as unknown as Widened<T>
  return {
    empty: fallback,
    read: (stored) =>
      Array.isArray(stored) &&
      stored.length === empty.length &&
      stored.every((item) => typeof item === 'number' && Number.isFinite(item))
        ? (stored as unknown as Widened<T>)
        : fallback,
    store: (value) => [...value],
  }
}

type Widened<T extends readonly number[]> = { readonly [K in keyof T]: number }

/** One end of a connector: on a card, or at a point of the wall (world units). */
export interface End {
  readonly card: string | null
  /** Without a card: where it is. With one: where on the card, from 0 to 1 across and down; null finds its own. */
  readonly at: readonly [number, number] | null
}

const NO_ENDS: readonly [End, End] = [
  { card: null, at: [0, 0] },
  { card: null, at: [0, 0] },
]

/** Both ends of a connector, replaced as a whole. */
export const ends = (): Field<readonly [End, End]> => ({
  empty: NO_ENDS,
  read: (stored) => {
    if (!Array.isArray(stored) || stored.length !== 2) return NO_ENDS
    const [start, end] = stored.map(readEnd)
    return start && end ? [start, end] : NO_ENDS
  },
  store: (value) => value.map(({ card, at }) => [card, at && [...at]]),
})

function readEnd(stored: unknown): End | undefined {
  if (!Array.isArray(stored) || stored.length !== 2) return undefined
  const [card, at]: unknown[] = stored
  if (card !== null && typeof card !== 'string') return undefined
  if (at === null) return card === null ? undefined : { card, at }
  if (!Array.isArray(at) || at.length !== 2) return undefined
  const [x, y]: unknown[] = at
  const isPoint = typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y)
  return isPoint ? { card, at: [x, y] } : undefined
}

/** Text that several people may write in at once (`Y.Text`); read as a string. */
export const prose = (): Field<string> => ({
  empty: '',
  isText: true,
  read: (stored) => (stored instanceof Y.Text ? stored.toString() : typeof stored === 'string' ? stored : ''),
  store: (value) => new Y.Text(wholeLetters(value)),
})

/** Who made a record and when (ms since 1970). */
export const made = (): Field<Made> => ({
  empty: { by: '', at: 0 },
  read: (stored) =>
    Array.isArray(stored) && typeof stored[0] === 'string' && typeof stored[1] === 'number'
      ? { by: stored[0], at: stored[1] }
      : { by: '', at: 0 },
  store: (value) => [value.by, value.at],
})

export interface Made {
  readonly by: string
  readonly at: number
}

/** A word per language, such as a character's name in English and in Arabic. */
export const wordings = (): Field<Readonly<Record<string, string>>> => ({
  empty: {},
  read: (stored) => {
    if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return {}
    return Object.fromEntries(
      Object.entries(stored).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
  },
  store: (value) =>
    Object.fromEntries(Object.entries(value).map(([language, words]) => [language, wholeLetters(words)])),
})

export type Fields = Readonly<Record<string, Field<unknown>>>

/** The frozen snapshot of a record with these fields. */
export type Snapshot<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never
} & { readonly id: string }
