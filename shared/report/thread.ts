import type { ReportSource } from './source'

/** The links of a thread from what was decided back to what was said, in the order they are told. */
export const THREAD_KINDS = [
  'observation',
  'storyboard',
  'idea',
  'howMightWe',
  'theme',
  'insight',
  'note',
  'measure',
] as const
export type ThreadKind = (typeof THREAD_KINDS)[number]

export interface ThreadLink {
  readonly kind: ThreadKind
  readonly id: string
  readonly text: string
}

export interface Thread {
  /** Grouped by kind in the order of `THREAD_KINDS`; each record once. */
  readonly links: readonly ThreadLink[]
  /** The highlights that the thread ends in. */
  readonly highlights: readonly string[]
}

/**
 * Walks from some records back to the highlights they rest on: what they came from, the cards of a theme,
 * the quote of an insight, the script of an observation. References to deleted records are passed over
 * and circles are walked once.
 */
export function threadOf(source: ReportSource, from: Iterable<string>): Thread {
  const seen = new Set<string>()
  const links: ThreadLink[] = []
  const highlights: string[] = []
  const ahead = [...from]
  for (let id = ahead.shift(); id !== undefined; id = ahead.shift()) {
    if (seen.has(id)) continue
    seen.add(id)
    switch (source.kindOf(id)) {
      case 'cards': {
        const card = source.get('cards', id)
        if (!card) break
        if (isThreadKind(card.type)) links.push({ kind: card.type, id, text: card.text.trim() })
        if (card.highlight !== null) ahead.push(card.highlight)
        ahead.push(...card.from)
        if (card.type === 'theme')
          for (const member of source.all('cards')) if (member.theme === id) ahead.push(member.id)
        break
      }
      case 'highlights':
        highlights.push(id)
        break
      case 'observations': {
        const observation = source.get('observations', id)
        if (!observation) break
        links.push({ kind: 'observation', id, text: observation.text.trim() })
        if (observation.script !== null) ahead.push(observation.script)
        break
      }
      case 'scripts':
        ahead.push(...(source.get('scripts', id)?.from ?? []))
        break
      case 'measures': {
        const measure = source.get('measures', id)
        if (!measure) break
        links.push({ kind: 'measure', id, text: measure.name })
        ahead.push(...measure.from)
        break
      }
      case 'recommendations':
        ahead.push(...(source.get('recommendations', id)?.from ?? []))
        break
      default:
    }
  }
  links.sort((a, b) => THREAD_KINDS.indexOf(a.kind) - THREAD_KINDS.indexOf(b.kind))
  return { links, highlights }
}

function isThreadKind(type: string): type is ThreadKind {
  return (THREAD_KINDS as readonly string[]).includes(type)
}
