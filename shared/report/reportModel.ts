import { countVotes } from '../board/outcomes'
import type { Card, Measure, Stroke } from '../board/schema'
import type { Confidence, Consent, Side } from '../board/vocabulary'
import { SIDES } from '../board/vocabulary'
import { makeRedactor, type Redactor } from './redact'
import type { ReportSource } from './source'
import { nestedThemes } from './themes'
import { type ThreadLink, threadOf } from './thread'

/** In the order they are printed. `leftOut` cannot be put out: a reader must know what is missing. */
export const SECTIONS = [
  'summary',
  'recommendations',
  'purpose',
  'people',
  'heard',
  'ideas',
  'prototypes',
  'rehearsal',
  'measures',
  'leftOut',
] as const
export type SectionKind = (typeof SECTIONS)[number]

export interface Quote {
  readonly words: string
  /** What the report calls whoever said it. */
  readonly said: string
  readonly story: string
}

export interface ReportRecommendation {
  readonly id: string
  readonly text: string
  readonly reason: string
  readonly owner: string
  readonly by: string
  readonly links: readonly ThreadLink[]
  readonly quotes: readonly Quote[]
}

export interface ReportInsight {
  readonly text: string
  readonly why: string
  readonly confidence: Confidence
}

export interface ReportTheme {
  readonly id: string
  readonly sentence: string
  /** How many themes it lies in. */
  readonly depth: number
  readonly insights: readonly ReportInsight[]
  readonly quotes: readonly Quote[]
}

export interface ReportStroke extends Pick<Stroke, 'tint' | 'pen' | 'nib'> {
  readonly ink: Uint8Array
}

export interface ReportStoryboard {
  readonly id: string
  readonly name: string
  readonly frames: readonly {
    readonly caption: string
    readonly strokes: readonly ReportStroke[]
  }[]
}

export interface ReportFinding {
  readonly kind: 'problem' | 'insight' | 'idea' | 'question'
  readonly text: string
  readonly change: string
}

/** Something an editor should look at before publishing. */
export interface Check {
  readonly code:
    | 'noSummary'
    | 'noPurpose'
    | 'noRecommendation'
    | 'noOwner'
    | 'noDate'
    | 'noQuote'
    | 'namesShown'
  readonly record: string | null
}

/** A report as a reader gets it: redacted, in order, ready for any exporter. */
export interface ReportModel {
  readonly title: string
  readonly place: string
  readonly date: string
  readonly language: string
  readonly sections: readonly SectionKind[]
  readonly summary: string
  readonly purpose: string
  readonly recommendations: readonly ReportRecommendation[]
  readonly people: readonly { readonly side: Side; readonly count: number }[]
  readonly storiesRead: number
  readonly heard: readonly ReportTheme[]
  readonly ideas: readonly { readonly id: string; readonly text: string; readonly votes: number }[]
  readonly prototypes: readonly ReportStoryboard[]
  readonly rehearsal: readonly ReportFinding[]
  readonly measures: readonly Pick<
    Measure,
    'id' | 'name' | 'unit' | 'baseline' | 'target' | 'status' | 'source'
  >[]
  readonly leftOut: {
    /** Places where a person's name was replaced. */
    readonly names: number
    /** Quotes without consent to publish. */
    readonly quotes: number
  }
  readonly checks: readonly Check[]
}

/** What a person without a pseudonym is called, in the report's language. */
export type StandIns = Readonly<Record<Side, string>>

/**
 * Makes the report of a board. Names are replaced unless the person who publishes it says to show them; a
 * quote without consent, and what was noticed in a story of which nothing may be published, is left out
 * always.
 */
export function reportModel(
  source: ReportSource,
  standIns: StandIns,
  { showNames = false }: { readonly showNames?: boolean } = {},
): ReportModel {
  const { meta, report } = source
  const people = source.all('people')
  const redact = makeRedactor(
    showNames
      ? []
      : people.map(({ name, pseudonym, side }) => ({ name, standIn: pseudonym || standIns[side] })),
  )
  const quotes = quoteReader(source, redact, standIns, showNames)
  const recommendations = source.all('recommendations').map((recommendation): ReportRecommendation => {
    const thread = threadOf(source, recommendation.from)
    return {
      id: recommendation.id,
      text: redact(recommendation.text.trim()),
      reason: redact(recommendation.reason),
      owner: redact(recommendation.owner),
      by: recommendation.by,
      links: thread.links
        .filter(({ id, text }) => text !== '' && quotes.mayTell(id))
        .map((link) => ({ ...link, text: redact(link.text) })),
      quotes: thread.highlights.flatMap((id) => quotes.read(id)),
    }
  })
  const cards = source.all('cards')
  const loose = { id: '', text: '', depth: 0 }
  const { themes, themeOf } = nestedThemes(source)
  const heard = [...themes, loose]
    .map(({ id, text, depth }): ReportTheme => {
      const members = cards.filter((card) => card.type === 'insight' && themeOf(card.id) === id)
      return {
        id,
        sentence: redact(text.trim()),
        depth,
        insights: members
          .filter(({ id, text }) => text.trim() !== '' && quotes.mayTell(id))
          .map(({ text, why, confidence }) => ({
            text: redact(text.trim()),
            why: redact(why.trim()),
            confidence,
          })),
        quotes: members.flatMap((card) => quotes.onCard(card)),
      }
    })
    .filter(({ id, insights, quotes }) => id !== '' || insights.length + quotes.length > 0)
  const votes = countVotes(source.all('votes'), source.all('outcomes'))
  const ideas = cards
    .filter(({ type, text }) => type === 'idea' && text.trim() !== '')
    .map(({ id, text }) => ({ id, text: redact(text.trim()), votes: votes.get(id) ?? 0 }))
    .sort((a, b) => b.votes - a.votes)
  const model = {
    title: redact(report.title || meta.title),
    place: redact(meta.place),
    date: meta.date,
    language: meta.language,
    summary: redact(source.text('summary')),
    purpose: redact(source.text('purpose')),
    recommendations,
    people: SIDES.map((side) => ({ side, count: people.filter((person) => person.side === side).length })),
    storiesRead: source.all('stories').length,
    heard,
    ideas,
    prototypes: storyboards(source, redact),
    rehearsal: source
      .all('observations')
      .filter(({ text }) => text.trim() !== '')
      .map(({ kind, text, change }) => ({ kind, text: redact(text.trim()), change: redact(change) })),
    measures: source
      .all('measures')
      .map((measure) => ({ ...measure, name: redact(measure.name), source: redact(measure.source) })),
  }
  const leftOut = { names: redact.replaced(), quotes: quotes.withheld() }
  return {
    ...model,
    sections: SECTIONS.filter((section) => section === 'leftOut' || !report.without.includes(section)),
    leftOut,
    checks: checksOf(model, showNames),
  }
}

interface QuoteReader {
  read(highlight: string): Quote[]
  /** What an insight quotes. Words that are in no story have nobody's consent, and are left out. */
  onCard(card: Pick<Card, 'id' | 'highlight' | 'quote'>): Quote[]
  /** False for a card that rests on a story of which nothing may be published. */
  mayTell(card: string): boolean
  withheld(): number
}

function quoteReader(
  source: ReportSource,
  redact: Redactor,
  standIns: StandIns,
  showNames: boolean,
): QuoteReader {
  const withheld = new Set<string>()
  const known = new Map<string, Quote[]>()
  const consentOf = (highlight: string): Consent =>
    source.get('stories', source.get('highlights', highlight)?.story ?? null)?.consent ?? 'none'
  const read = (id: string): Quote[] => {
    const highlight = source.get('highlights', id)
    const words = highlight && source.quote(highlight)
    const story = source.get('stories', highlight?.story ?? null)
    if (!highlight || !story || words === undefined) return []
    if (!highlight.publish || story.consent === 'none') {
      withheld.add(id)
      return []
    }
    const teller = source.get('people', story.teller)
    const named = showNames && story.consent === 'publish' && teller?.name
    const said = named || teller?.pseudonym || standIns[teller?.side ?? 'resident']
    return [{ words: redact(words), said, story: redact(story.title) }]
  }
  const remembered = (id: string) => {
    const quote = known.get(id) ?? read(id)
    known.set(id, quote)
    return quote
  }
  return {
    read: remembered,
    onCard({ id, highlight, quote }) {
      if (source.get('highlights', highlight)) return remembered(highlight ?? '')
      if (quote.trim() !== '') withheld.add(id)
      return []
    },
    mayTell(id) {
      const card = source.get('cards', id)
      return card === undefined || card.highlight === null || source.kindOf(card.highlight) === undefined
        ? true
        : consentOf(card.highlight) !== 'none'
    },
    withheld: () => withheld.size,
  }
}

function storyboards(source: ReportSource, redact: Redactor): ReportStoryboard[] {
  return source
    .all('cards')
    .filter(({ type }) => type === 'storyboard')
    .map(({ id, text }) => ({
      id,
      name: redact(text.trim()),
      frames: source
        .all('frames')
        .filter(({ card }) => card === id)
        .map((frame) => ({
          caption: redact(frame.caption.trim()),
          strokes: source
            .all('strokes')
            .filter((stroke) => stroke.frame === frame.id)
            .flatMap(({ ink, tint, pen, nib }) => (ink ? [{ ink, tint, pen, nib }] : [])),
        })),
    }))
}

type Checked = Pick<ReportModel, 'summary' | 'purpose' | 'recommendations'>

function checksOf(model: Checked, showNames: boolean): Check[] {
  const checks: Check[] = []
  const need = (missing: boolean, code: Check['code'], record: string | null = null) => {
    if (missing) checks.push({ code, record })
  }
  need(model.summary === '', 'noSummary')
  need(model.purpose === '', 'noPurpose')
  need(model.recommendations.length === 0, 'noRecommendation')
  for (const { id, owner, by, quotes } of model.recommendations) {
    need(owner === '', 'noOwner', id)
    need(by === '', 'noDate', id)
    need(quotes.length === 0, 'noQuote', id)
  }
  need(showNames, 'namesShown')
  return checks
}
