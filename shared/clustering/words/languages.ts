import {
  ara,
  ben,
  bul,
  eng,
  fas,
  fra,
  guj,
  hin,
  ita,
  panGu,
  pol,
  por,
  ron,
  rus,
  som,
  spa,
  urd,
} from 'stopword'
import { fold } from '../../search/fold'
import * as stems from './stems'

/** How words of one language are compared. */
export interface Language {
  readonly tag: string
  readonly script: RegExp
  /** Folded words that say nothing of what a text is about. */
  readonly stops: ReadonlySet<string>
  readonly stem: stems.Stem
}

const LATIN = /\p{Script=Latin}/u
const ARABIC = /\p{Script=Arabic}/u
const CYRILLIC = /\p{Script=Cyrillic}/u

const language = (tag: string, script: RegExp, stops: readonly string[], stem: stems.Stem): Language => ({
  tag,
  script,
  stops: new Set(stops.map((word) => fold(word).trim())),
  stem,
})

/** The languages of the room that have lists of such words, the commonest of each script first. */
const LANGUAGES: readonly Language[] = [
  language('en', LATIN, eng, stems.stemEnglish),
  language('ro', LATIN, ron, stems.stemRomanian),
  language('pl', LATIN, pol, stems.stemPolish),
  language('so', LATIN, som, stems.stemSomali),
  language('es', LATIN, spa, stems.stemRomance),
  language('pt', LATIN, por, stems.stemRomance),
  language('it', LATIN, ita, stems.stemRomance),
  language('fr', LATIN, fra, stems.stemFrench),
  language('ar', ARABIC, ara, stems.stemArabic),
  language('ur', ARABIC, urd, stems.stemUrdu),
  language('fa', ARABIC, fas, stems.stemPersian),
  language('bn', /\p{Script=Bengali}/u, ben, stems.stemBengali),
  language('pa', /\p{Script=Gurmukhi}/u, panGu, stems.stemPunjabi),
  language('hi', /\p{Script=Devanagari}/u, hin, stems.stemHindi),
  language('gu', /\p{Script=Gujarati}/u, guj, stems.stemGujarati),
  language('ru', CYRILLIC, rus, stems.stemRussian),
  language('bg', CYRILLIC, bul, stems.stemRussian),
]

/** Words of a script without a list are compared as they are. */
const UNKNOWN = language('und', /(?:)/u, [], stems.stemNothing)

/** The language of a tag such as `en-GB`; undefined when it is none of these. */
export function languageOf(tag: string): Language | undefined {
  const primary = tag.toLowerCase().split(/[-_]/)[0]
  return LANGUAGES.find((each) => each.tag === primary)
}

/** The languages that folded words may be in, by the script of most of them. */
export function languagesOfScript(words: readonly string[]): readonly Language[] {
  const counts = new Map<RegExp, number>()
  for (const word of words) {
    const script = LANGUAGES.find((each) => each.script.test(word))?.script
    if (script) counts.set(script, (counts.get(script) ?? 0) + 1)
  }
  let best: RegExp | undefined
  for (const [script, count] of counts) if (count > (counts.get(best ?? /-/) ?? 0)) best = script
  const found = LANGUAGES.filter(({ script }) => script === best)
  return found.length > 0 ? found : [UNKNOWN]
}

/** The one of these languages whose small words occur most; undefined when none does. */
export function guessLanguage(
  words: readonly string[],
  languages: readonly Language[],
): Language | undefined {
  let best: Language | undefined
  let most = 0
  for (const each of languages) {
    const hits = words.filter((word) => each.stops.has(word)).length
    if (hits <= most) continue
    most = hits
    best = each
  }
  return best
}
