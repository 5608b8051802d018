import type * as Y from 'yjs'
import { passageOf } from '#shared/board/actions/stories'
import type { End } from '#shared/board/fields'
import { formatsOf, PLAIN } from '#shared/board/formats'
import { inOrder } from '#shared/board/order'
import { dotsOfVotes } from '#shared/board/outcomes'
import { proseOf, readRecord } from '#shared/board/records'
import type { Card, Collection, Reaction } from '#shared/board/schema'
import { type Box, unionOf } from '#shared/cards/box'
import {
  type Details,
  type FrameDetails,
  type Joined,
  NO_DETAILS,
  type ReactionCount,
} from '#shared/cards/kind'
import { kindOf, toJoined, uprightBox } from '#shared/cards/kinds'
import { homeOf } from '#shared/clustering/home'
import { createGrouping } from './grouping'
import type { Records } from './records'

/** Gathers what cards show besides their own record, and knows which cards a change concerns. */
export interface CardDetails {
  of(card: string): Details
  membersOf(theme: string): ReadonlySet<string>
  /** The connectors that end on a card. */
  connectorsOf(card: string): readonly string[]
  /** The cards of the same group, itself among them. */
  groupedWith(card: string): ReadonlySet<string>
  /** Takes note of changed records and returns the cards that must be made anew, in no particular order. */
  follow(collection: Collection, ids: Iterable<string>): Set<string>
}

/** The collections whose records show on cards. */
export const SHOWN_COLLECTIONS = [
  'cards',
  'highlights',
  'stories',
  'votes',
  'reactions',
  'outcomes',
  'frames',
  'strokes',
  'people',
  'measures',
] as const

/** Reads everything once and then follows. */
export function createCardDetails(doc: Y.Doc, records: Records): CardDetails {
  const themeOf = createGrouping()
  const handOf = createGrouping()
  const highlightOf = createGrouping()
  const storyOf = createGrouping()
  const voteOf = createGrouping()
  const reactionOf = createGrouping()
  const frameOf = createGrouping()
  const strokeOf = createGrouping()
  const startOf = createGrouping()
  const endOf = createGrouping()
  const recordOf = createGrouping()
  let dots = dotsOfVotes(records.all('outcomes'))

  const follow = (collection: Collection, ids: Iterable<string>): Set<string> => {
    const stale = new Set<string>()
    const touch = (card: string | null) => card !== null && stale.add(card)
    // A field grows with the fields in it; a circle that a change broke looks different everywhere.
    const touchAround = (theme: string | null) => {
      const around = new Set<string>()
      for (let at = theme; at !== null && !around.has(at); at = themeOf.groupOf(at)) around.add(at)
      for (const each of around) stale.add(each)
    }
    const touchQuoting = (highlight: string) => {
      for (const card of highlightOf.membersOf(highlight)) stale.add(card)
    }
    if (collection === 'outcomes') {
      const before = dots
      dots = dotsOfVotes(records.all('outcomes'))
      for (const card of new Set([...before.keys(), ...dots.keys()]))
        if (before.get(card) !== dots.get(card)) stale.add(card)
      return stale
    }
    for (const id of ids) {
      if (collection === 'cards') {
        const card = records.get('cards', id)
        stale.add(id)
        touchAround(themeOf.put(id, card?.theme ?? null))
        touchAround(card?.theme ?? null)
        handOf.put(id, card?.group ?? null)
        highlightOf.put(id, card?.highlight ?? null)
        recordOf.put(id, card?.record ?? null)
        // A theme's cards are many, and stand above it however high it is.
        if (!kindOf(card?.type ?? '').isField) for (const stamp of themeOf.membersOf(id)) stale.add(stamp)
        const [start, end] = card?.type === 'connector' ? card.ends : []
        startOf.put(id, start?.card ?? null)
        endOf.put(id, end?.card ?? null)
      } else if (collection === 'people' || collection === 'measures') {
        for (const each of recordOf.membersOf(id)) stale.add(each)
      } else if (collection === 'highlights') {
        storyOf.put(id, records.get('highlights', id)?.story ?? null)
        touchQuoting(id)
      } else if (collection === 'stories') {
        for (const highlight of storyOf.membersOf(id)) touchQuoting(highlight)
      } else if (collection === 'votes' || collection === 'reactions') {
        const card = records.get(collection, id)?.card ?? null
        touch((collection === 'votes' ? voteOf : reactionOf).put(id, card))
        touch(card)
      } else if (collection === 'frames') {
        const card = records.get('frames', id)?.card ?? null
        for (const board of [frameOf.put(id, card), card]) {
          touch(board)
          if (board !== null) touchAround(themeOf.groupOf(board))
        }
      } else if (collection === 'strokes') {
        const frame = records.get('strokes', id)?.frame ?? null
        const before = strokeOf.put(id, frame)
        if (before !== null) touch(frameOf.groupOf(before))
        if (frame !== null) touch(frameOf.groupOf(frame))
      }
    }
    for (const card of [...stale]) for (const line of connectorsOf(card)) stale.add(line)
    return stale
  }
  const connectorsOf = (card: string) => [...startOf.membersOf(card), ...endOf.membersOf(card)]
  for (const collection of SHOWN_COLLECTIONS)
    follow(
      collection,
      records.all(collection).map(({ id }) => id),
    )

  const framesOf = (card: string): FrameDetails[] =>
    inOrder(present(records, 'frames', frameOf.membersOf(card))).map((frame) => ({
      frame,
      formats: formatsOf(proseOf(doc, 'frames', frame.id, 'caption')),
      strokes: present(records, 'strokes', strokeOf.membersOf(frame.id)).sort(
        (a, b) => a.made.at - b.made.at || (a.id < b.id ? -1 : 1),
      ),
    }))

  const cardOf = (id: string) => records.get('cards', id)

  const membersOf = (theme: string): ReadonlySet<string> => {
    const stated = themeOf.membersOf(theme)
    const isSound = (id: string) => homeOf(cardOf, id) === theme
    return [...stated].every(isSound) ? stated : new Set([...stated].filter(isSound))
  }

  const membersBox = (theme: string): Box | null =>
    unionOf(
      [...membersOf(theme)].flatMap((id) => {
        const card = cardOf(id)
        return card && !kindOf(card.type).isLine
          ? uprightBox(kindOf(card.type).place(card, shapeOf(card)))
          : []
      }),
    ) ?? null

  /** What the place of a card depends on. */
  const shapeOf = (card: Card): Details => {
    if (card.type === 'storyboard') return { ...NO_DETAILS, frames: framesOf(card.id) }
    return card.type === 'theme' ? { ...NO_DETAILS, members: membersBox(card.id) } : NO_DETAILS
  }

  const joinedTo = ({ card: id }: End): Joined | null => {
    // A deleted card still says where it was: what ended on it stays there.
    const card = records.get('cards', id) ?? (id === null ? undefined : readRecord(doc, 'cards', id))
    const kind = card && kindOf(card.type)
    if (!card || !kind || kind.isLine) return null
    return toJoined(card, kind.place(card, shapeOf(card)))
  }

  const joinsOf = ({ type, ends }: Card): Details['joins'] =>
    type === 'connector' ? [joinedTo(ends[0]), joinedTo(ends[1])] : NO_DETAILS.joins

  /** A frame lies under everything: what is stamped on it keeps its own height. */
  const heightBelow = ({ type, theme }: Card): string | null => {
    const host = type === 'stamp' ? records.get('cards', theme) : undefined
    return host && !kindOf(host.type).isField ? host.z : null
  }

  return {
    follow,
    membersOf,
    connectorsOf,
    groupedWith(card) {
      const group = handOf.groupOf(card)
      return group === null ? new Set([card]) : handOf.membersOf(group)
    },
    of(id) {
      const card = records.get('cards', id)
      if (!card) return NO_DETAILS
      const votes = voteOf.membersOf(id).size + (dots.get(id) ?? 0)
      const highlight = records.get('highlights', card.highlight)
      const formats = formatsOf(proseOf(doc, 'cards', id, 'text'))
      const reactions = counted(present(records, 'reactions', reactionOf.membersOf(id)))
      const isPlain =
        formats === PLAIN &&
        votes === 0 &&
        reactions.length === 0 &&
        !highlight &&
        card.quote === '' &&
        card.from.length === 0 &&
        (card.type !== 'stamp' || card.theme === null) &&
        card.record === null &&
        card.type !== 'theme' &&
        card.type !== 'storyboard' &&
        card.type !== 'connector'
      if (isPlain) return NO_DETAILS
      return Object.freeze({
        quote: (highlight && passageOf(doc, highlight)?.quote) || card.quote || null,
        source: records.get('stories', highlight?.story ?? null)?.title ?? null,
        votes,
        reactions,
        links: card.from.length,
        frames: card.type === 'storyboard' ? framesOf(id) : [],
        members: card.type === 'theme' ? membersBox(id) : null,
        formats,
        person: (card.type === 'person' && records.get('people', card.record)) || null,
        measure: (card.type === 'measure' && records.get('measures', card.record)) || null,
        on: heightBelow(card),
        joins: joinsOf(card),
      })
    },
  }
}

const NO_REACTIONS: readonly ReactionCount[] = []

function counted(reactions: readonly Reaction[]): readonly ReactionCount[] {
  if (reactions.length === 0) return NO_REACTIONS
  const counts = new Map<string, number>()
  for (const { sign } of reactions) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  return [...counts]
    .map(([sign, count]) => ({ sign, count }))
    .sort((a, b) => b.count - a.count || (a.sign < b.sign ? -1 : 1))
}

function present<C extends Collection>(records: Records, collection: C, ids: Iterable<string>) {
  return [...ids].flatMap((id) => records.get(collection, id) ?? [])
}
