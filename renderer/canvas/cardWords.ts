import type { TFunction } from 'i18next'
import { TINTS, type Tint } from '#shared/board/schema'
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
    tints: Object.fromEntries(TINTS.map((tint) => [tint, t(`tints.${tint}`)])) as Record<Tint, string>,
  }
}
