import { z } from 'zod'
import { CONSENTS, SIDES, STAGES, TINTS } from '../board/vocabulary'

/**
 * A whole workshop as one readable file, with its stories in text files beside it. Samples and templates
 * are written in it; ids are kept, so that building the same file twice gives the same board.
 */
export const WORKSHOP_FORMAT = 'common-ground-workshop'

const id = z.string().min(1).max(64)
const text = z.string().min(1)
const ids = z.array(id).default([])

const person = z.object({
  id,
  name: text,
  pseudonym: z.string().default(''),
  side: z.enum(SIDES),
  languages: z.array(z.string()).default([]),
})

const story = z.object({
  id,
  title: text,
  file: text,
  language: text,
  teller: id.nullable().optional(),
  collected: z.string().default(''),
  consent: z.enum(CONSENTS),
  translation: z.object({ language: text, file: text }).optional(),
})

const highlight = z.object({
  id,
  story: id,
  part: z.enum(['text', 'translation']).default('text'),
  /** Words that stand exactly once in the file, inside one paragraph. */
  quote: text,
  publish: z.boolean().default(true),
})

const stroke = z.object({
  tint: z.string().default('ink'),
  width: z.number().positive().optional(),
  /** x, y, pressure, again and again; frame units (320 × 200), pressure from 0 to 1. */
  points: z
    .array(z.number())
    .min(3)
    .refine((points) => points.length % 3 === 0, 'points come in threes'),
})

const frame = z.object({ caption: z.string().default(''), strokes: z.array(stroke).default([]) })

export const WORKSHOP_CARD_KINDS = ['theme', 'insight', 'howMightWe', 'idea', 'storyboard', 'note'] as const

const card = z.object({
  id,
  kind: z.enum(WORKSHOP_CARD_KINDS),
  text: z.string(),
  tint: z.enum(TINTS).optional(),
  why: z.string().default(''),
  highlight: id.nullable().optional(),
  theme: id.nullable().optional(),
  from: ids,
  by: id.nullable().optional(),
  frames: z.array(frame).optional(),
})
export type WorkshopCard = z.infer<typeof card>

const wordsByLanguage = z.record(z.string(), z.string())

const line = z.object({
  id,
  kind: z.enum(['line', 'action', 'freeze']).default('line'),
  character: id.nullable().optional(),
  text: wordsByLanguage,
})

const script = z.object({
  id,
  title: text,
  scene: z.string().default(''),
  place: z.string().default(''),
  from: ids,
  languages: z.array(text).min(1).max(2),
  cast: z.array(z.object({ id, name: wordsByLanguage })),
  lines: z.array(line),
})

const observation = z.object({
  id,
  script: id,
  line: id.nullable().optional(),
  kind: z.enum(['problem', 'insight', 'idea', 'question']),
  text,
  by: id.nullable().optional(),
  change: z.string().default(''),
})

const measure = z.object({
  id,
  name: text,
  unit: z.string().default(''),
  baseline: z.number(),
  target: z.number(),
  source: z.string().default(''),
  status: z.enum(['expected', 'observed']),
  from: ids,
})

const recommendation = z.object({
  id,
  text,
  from: ids,
  owner: z.string().default(''),
  by: z.string().default(''),
  reason: z.string().default(''),
})

export const workshopSchema = z.object({
  format: z.literal(WORKSHOP_FORMAT),
  version: z.literal(1),
  title: text,
  /** What a template is for, in a sentence. */
  about: z.string().default(''),
  place: z.string().default(''),
  date: z.string().default(''),
  language: z.string().default('en'),
  /** Where the workshop begins. */
  stage: z.enum(STAGES).default('stories'),
  purpose: z.string().default(''),
  /** How many cards stand side by side in a theme; as many as read best when left out. */
  columns: z.number().int().min(1).max(6).optional(),
  people: z.array(person).default([]),
  stories: z.array(story).default([]),
  highlights: z.array(highlight).default([]),
  cards: z.array(card).default([]),
  scripts: z.array(script).default([]),
  observations: z.array(observation).default([]),
  votes: z.array(z.object({ card: id, by: id })).default([]),
  measures: z.array(measure).default([]),
  recommendations: z.array(recommendation).default([]),
  report: z
    .object({ title: z.string().default(''), summary: z.string().default('') })
    .default({ title: '', summary: '' }),
})
export type Workshop = z.infer<typeof workshopSchema>

/** What is wrong between the parts of a workshop: ids used twice, references to nothing. Empty when all is well. */
export function brokenReferences(workshop: Workshop): string[] {
  const problems: string[] = []
  const known = new Map<string, string>()
  const collect = (kind: string, records: readonly { readonly id: string }[]) => {
    for (const { id } of records) {
      if (known.has(id)) problems.push(`${kind} ${id} has the id of another record`)
      else known.set(id, kind)
    }
  }
  collect('person', workshop.people)
  collect('story', workshop.stories)
  collect('highlight', workshop.highlights)
  collect('card', workshop.cards)
  collect('script', workshop.scripts)
  for (const script of workshop.scripts) {
    collect('character', script.cast)
    collect('line', script.lines)
  }
  collect('observation', workshop.observations)
  collect('measure', workshop.measures)
  collect('recommendation', workshop.recommendations)

  const expect = (owner: string, kind: string, id: string | null | undefined) => {
    if (id !== null && id !== undefined && known.get(id) !== kind)
      problems.push(`${owner} refers to the ${kind} ${id}, which is not there`)
  }
  const expectAny = (owner: string, ids: readonly string[]) => {
    for (const id of ids) if (!known.has(id)) problems.push(`${owner} comes from ${id}, which is not there`)
  }
  for (const { id, teller } of workshop.stories) expect(id, 'person', teller)
  for (const { id, story } of workshop.highlights) expect(id, 'story', story)
  const themes = new Set(workshop.cards.filter(({ kind }) => kind === 'theme').map(({ id }) => id))
  for (const card of workshop.cards) {
    expect(card.id, 'highlight', card.highlight)
    expect(card.id, 'person', card.by)
    expectAny(card.id, card.from)
    if (card.theme && !themes.has(card.theme))
      problems.push(`${card.id} is in the theme ${card.theme}, which is not there`)
  }
  for (const script of workshop.scripts) {
    expectAny(script.id, script.from)
    for (const line of script.lines) expect(line.id, 'character', line.character)
  }
  for (const observation of workshop.observations) {
    expect(observation.id, 'script', observation.script)
    expect(observation.id, 'line', observation.line)
    expect(observation.id, 'person', observation.by)
  }
  for (const vote of workshop.votes) {
    expect('a vote', 'card', vote.card)
    expect('a vote', 'person', vote.by)
  }
  for (const { id, from } of [...workshop.measures, ...workshop.recommendations]) expectAny(id, from)
  return problems
}
