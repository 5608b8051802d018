import { type DamageReport, losesNothing } from './damageReport'

/** A sentence of the section `damage` in the language files. `until` is ms since 1970, for the caller to word. */
export interface DamageSentence {
  readonly key: SentenceKey
  readonly count?: number
  readonly until?: number
}

export type SentenceKey =
  | 'all'
  | 'until'
  | 'version'
  | 'beside'
  | 'pieces'
  | 'nothingLost'
  | 'changes'
  | 'perhapsNewest'
  | 'versions'
  | 'pictures'
  | 'people'
  | 'exports'
  | 'sealed'
  | 'perhapsMore'

/** Says what can be read of a damaged board and what is lost: first what is there, then what is not. */
export function damageSentences(report: DamageReport): DamageSentence[] {
  const { source, until, cards: count, lost } = report
  if (losesNothing(report)) return [{ key: 'all', count }, { key: 'nothingLost' }]
  const counted = (key: SentenceKey, amount: number) => (amount > 0 ? [{ key, count: amount }] : [])
  const said = (key: SentenceKey, isSo: boolean) => (isSo ? [{ key }] : [])
  return [
    readable(),
    ...counted('changes', lost.changes),
    ...said('perhapsNewest', lost.perhapsNewest),
    ...counted('versions', lost.versions),
    ...counted('pictures', lost.pictures),
    ...counted('people', lost.people),
    ...counted('exports', lost.exports),
    ...counted('sealed', lost.sealed),
    ...said('perhapsMore', lost.perhapsMore),
  ]

  function readable(): DamageSentence {
    if (source === 'pieces') return { key: 'pieces', count }
    if (source === 'version') return { key: 'version', count, until }
    const isAll = lost.changes === 0 && !lost.perhapsNewest
    if (source !== 'file') return { key: 'beside', count, until }
    return isAll ? { key: 'all', count } : { key: 'until', count, until }
  }
}
