import type { TFunction } from 'i18next'
import { SIDES, type Side, TINTS, type Tint } from '#shared/board/vocabulary'
import type { CardWords } from '#shared/cards/kind'

/** The words that painters put on cards, in the interface's language. */
export function cardWords(t: TFunction): CardWords {
  return {
    howMightWe: t('wall.howMightWe'),
    idea: t('wall.idea'),
    unknown: t('wall.unknown'),
    frame: t('wall.frame'),
    themeSentence: t('wall.themeSentence'),
    letGoToGroup: t('wall.letGoToGroup'),
    pictureMissing: t('wall.pictureMissing'),
    linkLost: t('wall.linkLost'),
    confidence: {
      guess: t('confidence.guess'),
      likely: t('confidence.likely'),
      sure: t('confidence.sure'),
    },
    nobody: t('wall.nobody'),
    unnamed: t('wall.unnamed'),
    sides: Object.fromEntries(SIDES.map((side) => [side, t(`sides.${side}`)])) as Record<Side, string>,
    measured: { expected: t('measures.expected'), observed: t('measures.observed') },
    language: languageNames(t('wall.languageTag')),
    tints: Object.fromEntries(TINTS.map((tint) => [tint, t(`tints.${tint}`)])) as Record<Tint, string>,
  }
}

function languageNames(of: string): (tag: string) => string {
  const names = new Intl.DisplayNames([of], { type: 'language', fallback: 'code' })
  return (tag) => {
    try {
      return names.of(tag) ?? tag
    } catch {
      // A peer may have written anything there.
      return tag
    }
  }
}
