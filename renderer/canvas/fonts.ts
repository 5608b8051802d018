import type { Font, Measure } from '#shared/cards/brush'
import {
  areRareLettersComing,
  bringRareLetters,
  noteLetters,
  RARE_FAMILIES,
  watchRareLetters,
} from './rareLetters'

const LATIN = '"Atkinson Hyperlegible Next"'
const NASTALIQ = 'Noto Nastaliq Urdu'
const ARABIC = '"Noto Naskh Arabic", "Noto Sans Arabic"'
const RARE = RARE_FAMILIES.map((name) => `"${name}"`).join(', ')
/** Their files are fetched when words need them. */
const LATE: readonly string[] = [NASTALIQ, ...RARE_FAMILIES]
/** Scripts that the app brings no letters for: those of the machine. */
const OTHERS = 'system-ui, sans-serif'

/** The faces of cards; the files behind the first names come with the app. */
export const FAMILIES: Readonly<Record<Font['face'], string>> = {
  card: `${LATIN}, ${ARABIC}, ${RARE}, ${OTHERS}`,
  reading: `${LATIN}, ${ARABIC}, ${RARE}, ${OTHERS}`,
  urdu: `${LATIN}, "${NASTALIQ}", ${ARABIC}, ${RARE}, ${OTHERS}`,
}

/** Letters of the scripts that the faces above hold, so that the browser fetches each file. */
const SAMPLE = 'Aa مرحبا'

const names = new Map<string, string>()

/** The CSS shorthand of a font. */
export function cssFont({ face, size, weight, italic = false }: Font): string {
  const key = `${weight} ${size} ${face}${italic ? ' italic' : ''}`
  const known = names.get(key)
  if (known !== undefined) return known
  // As the browser itself writes it, so that comparing with `context.font` works.
  const style = face === 'reading' || italic ? 'italic ' : ''
  const name = `${style}${weight === 400 ? '' : `${weight} `}${size}px ${FAMILIES[face]}`
  names.set(key, name)
  return name
}

/** Resolves when every face can be painted; rejects never: the system's letters do meanwhile. */
export async function loadFonts(): Promise<void> {
  const fonts = ([400, 600] as const).flatMap((weight) =>
    (['card', 'reading'] as const).map((face) => cssFont({ face, weight, size: 16 })),
  )
  await Promise.allSettled(fonts.map((font) => document.fonts.load(font, SAMPLE)))
}

/** Calls back when letters arrive that were asked for by the first words in their script, as Nastaliq is. */
export function watchLateFonts(listener: () => void): () => void {
  const take = (event: FontFaceSetLoadEvent) => {
    if (event.fontfaces.some(({ family }) => LATE.includes(family.replaceAll('"', '')))) listener()
  }
  document.fonts.addEventListener('loadingdone', take)
  const unwatch = watchRareLetters(listener)
  return () => {
    document.fonts.removeEventListener('loadingdone', take)
    unwatch()
  }
}

/**
 * Waits for the letters that words measured or painted so far have asked for. Resolves to true when some came: those
 * words should be measured and painted again.
 */
export async function lettersCame(): Promise<boolean> {
  if (areRareLettersComing()) {
    await bringRareLetters()
    return true
  }
  if (document.fonts.status !== 'loading') return false
  await document.fonts.ready
  return true
}

/** Widths are measured once at this size and scaled: letters keep their proportions at every size. */
const REFERENCE = 32
/** Words remembered before starting afresh. */
const MOST_WORDS = 60_000

/** Measures with the browser's own letters. Make a new one when fonts have arrived. */
export function createMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d')
  const widths = new Map<string, Map<string, number>>()
  let count = 0
  return {
    width(words, { face, size, weight, italic = false }) {
      const key = `${weight}${face}${italic ? 'i' : ''}`
      let known = widths.get(key)
      if (!known || count > MOST_WORDS) {
        known = new Map()
        widths.set(key, known)
        count = 0
      }
      let width = known.get(words)
      if (width === undefined) {
        if (!context) return words.length * size * 0.5
        noteLetters(words)
        context.font = cssFont({ face, weight, italic, size: REFERENCE })
        width = context.measureText(words).width / REFERENCE
        known.set(words, width)
        count++
      }
      return width * size
    },
  }
}
