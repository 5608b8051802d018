import { makeThemes } from '#shared/board/actions/themes'
import type { Writer } from '#shared/board/actions/writer'
import type { Card } from '#shared/board/schema'
import { startsCluster } from '#shared/clustering/home'
import type { Translation } from '#shared/clustering/lexicon'
import { type Proposal, suggestClusters, type TextCard } from '#shared/clustering/suggest'
import type { Records } from './records'
import type { Scene } from './scene'
import { type Signal, signal } from './signal'
import type { Undo } from './undo'

/** A proposal on the wall and in the list, as people left it. */
export interface Suggestion extends Proposal {
  readonly key: number
}

export type SuggestionState =
  | { readonly state: 'none' | 'searching' }
  | { readonly state: 'shown'; readonly proposals: readonly Suggestion[]; readonly compared: number }

/** Groups of cards that the words on them suggest, for people to accept whole, in part or not at all. */
export interface Suggestions {
  readonly state: Signal<SuggestionState>
  /** The proposal that is looked at now, by its key. */
  readonly shown: Signal<number | null>
  /** Compares these cards; another search ends the one before. */
  search(cards: readonly string[]): void
  look(key: number | null): void
  /** Leaves a card out of a proposal; one with a single card left is no proposal. */
  leaveOut(key: number, card: string): void
  dismiss(key: number): void
  /** Makes themes of these proposals, as one undo step, and returns their ids. */
  accept(keys: readonly number[]): string[]
  /** Forgets all proposals. */
  clear(): void
  dispose(): void
}

/** What a search may take of the time in which the wall should move, ms. */
const PIECE = 8

/** The cards of the wall that lie in no theme and have words to compare. */
export function freeCards({ records }: { readonly records: Records }): string[] {
  return records
    .all('cards')
    .filter(({ type, theme, locked }) => theme === null && !locked && startsCluster(type))
    .map(({ id }) => id)
}

/** Proposes nothing yet. */
export function createSuggestions({
  records,
  scene,
  undo,
  writer,
}: {
  readonly records: Records
  readonly scene: Pick<Scene, 'get'>
  readonly undo: Pick<Undo, 'mark'>
  readonly writer: Writer
}): Suggestions {
  const state = signal<SuggestionState>({ state: 'none' })
  const shown = signal<number | null>(null)
  let homes: ReadonlyMap<string, string | null> = new Map()
  let timer: ReturnType<typeof setTimeout> | undefined

  const clear = () => {
    clearTimeout(timer)
    shown.set(null)
    state.set({ state: 'none' })
  }

  const proposals = () => {
    const now = state.get()
    return now.state === 'shown' ? now.proposals : []
  }
  const keep = (next: readonly Suggestion[]) => {
    const now = state.get()
    if (now.state !== 'shown') return
    const left = next.filter(({ cards }) => cards.length > 1)
    if (!left.some(({ key }) => key === shown.get())) shown.set(null)
    state.set({ ...now, proposals: left })
  }

  // A card that somebody took away or clustered by hand meanwhile is in no proposal any more.
  const stop = records.watch('cards', (ids) => {
    const isStale = (id: string) => ids.has(id) && records.get('cards', id)?.theme !== homes.get(id)
    if (proposals().some(({ cards }) => cards.some(isStale)))
      keep(proposals().map((each) => ({ ...each, cards: each.cards.filter((id) => !isStale(id)) })))
  })

  return {
    state,
    shown,
    search(cards) {
      clear()
      state.set({ state: 'searching' })
      homes = new Map(cards.map((id) => [id, records.get('cards', id)?.theme ?? null]))
      const texts = cards.flatMap((id) => textOf(scene, records.get('cards', id)))
      const search = suggestClusters(texts, translationsOf(records))
      const workOn = () => {
        const until = performance.now() + PIECE
        for (;;) {
          const step = search.next()
          if (step.done) {
            const place = new Map(records.all('cards').map(({ id }, at) => [id, at]))
            const byPlace = (a: string, b: string) => (place.get(a) ?? 0) - (place.get(b) ?? 0)
            const found = step.value.map(({ cards: alike, words }, key) => ({
              key,
              words,
              cards: [...alike].sort(byPlace),
            }))
            state.set({ state: 'shown', proposals: found, compared: texts.length })
            return
          }
          if (performance.now() > until) break
        }
        timer = setTimeout(workOn, 0)
      }
      timer = setTimeout(workOn, 0)
    },
    look: (key) => shown.set(key),
    leaveOut: (key, card) =>
      keep(
        proposals().map((each) =>
          each.key === key ? { ...each, cards: each.cards.filter((id) => id !== card) } : each,
        ),
      ),
    dismiss: (key) => keep(proposals().filter((each) => each.key !== key)),
    accept(keys) {
      const accepted = proposals().filter(({ key }) => keys.includes(key))
      if (accepted.length === 0) return []
      undo.mark()
      const themes = makeThemes(
        writer,
        accepted.map(({ cards, words }) => ({ cards, sentence: listed(words) })),
      )
      undo.mark()
      keep(proposals().filter(({ key }) => !keys.includes(key)))
      return themes
    },
    clear,
    dispose() {
      clearTimeout(timer)
      stop()
    },
  }
}

/** Words one after the other, as their script separates them. */
function listed(words: readonly string[]): string {
  return words.join(/\p{Script=Arabic}/u.test(words[0] ?? '') ? '، ' : ', ')
}

function textOf(scene: Pick<Scene, 'get'>, card: Card | undefined): TextCard[] {
  if (!card) return []
  const quote = scene.get(card.id)?.details.quote ?? ''
  return [{ id: card.id, text: `${card.text}\n${quote}` }]
}

/** What people entered in two languages: stories with a translation, and the lines of scripts. */
function translationsOf(records: Records): Translation[] {
  const stories = records
    .all('stories')
    .filter(({ translation }) => translation.trim() !== '')
    .map(({ text, language, translation, translationLanguage }) => ({
      text,
      language,
      translation,
      translationLanguage,
    }))
  const lines = records
    .all('lines')
    .filter(({ text, translation }) => text.trim() !== '' && translation.trim() !== '')
    .map(({ text, translation, script }) => {
      const [language = '', translationLanguage = ''] = records.get('scripts', script)?.languages ?? []
      return { text, language, translation, translationLanguage }
    })
  return [...stories, ...lines]
}
