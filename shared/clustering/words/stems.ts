import { fold } from '../../search/fold'

/** Brings the forms of a folded word together; light on purpose, for a wrong stem joins what has nothing in common. */
export type Stem = (folded: string) => string

interface Rule {
  /** What may stand before a word. */
  readonly before?: string
  /** The endings of a word. */
  readonly after: string
  /** Letters that must be left. */
  readonly least: number
}

/** One beginning and one ending are taken off, the longest that fit. */
export function stemBy({ before = '', after, least }: Rule): Stem {
  const beginnings = longestFirst(before)
  const endings = longestFirst(after)
  const isLongEnough = (word: string) => [...word].length >= least
  return (word) => {
    const beginning = beginnings.find(
      (each) => word.startsWith(each) && isLongEnough(word.slice(each.length)),
    )
    const rest = word.slice(beginning?.length ?? 0)
    const ending = endings.find((each) => rest.endsWith(each) && isLongEnough(rest.slice(0, -each.length)))
    return ending === undefined ? rest : rest.slice(0, -ending.length)
  }
}

const longestFirst = (list: string): readonly string[] =>
  [...new Set(list.split(' ').map((each) => fold(each).trim()))]
    .filter((each) => each !== '')
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))

/** English: plurals, -ing, -ed, -ly and their spelling. */
export const stemEnglish: Stem = (word) => {
  if (word.length < 4) return word
  let stem = word.replace(/'s?$/, '')
  if (stem.endsWith('ies') && stem.length > 4) stem = `${stem.slice(0, -3)}y`
  else if (/(?:s|x|z|ch|sh)es$/.test(stem)) stem = stem.slice(0, -2)
  else if (/[^sui]s$/.test(stem)) stem = stem.slice(0, -1)
  const base = /^(.*[aeiouy].*?)(?:ing|ed|ly|ness)$/.exec(stem)?.[1]
  if (base !== undefined && base.length > 2) stem = base.replace(/([bdfgmnprt])\1$/, '$1')
  if (stem.length > 3 && stem.endsWith('e')) stem = stem.slice(0, -1)
  return stem.length > 3 && stem.endsWith('y') ? `${stem.slice(0, -1)}i` : stem
}

export const stemArabic = stemBy({
  before: 'وال فال بال كال لل ال و',
  after: 'ات ون ين ان ها هم هن نا كم تها ته ه ية يه ي',
  least: 3,
})

export const stemUrdu = stemBy({ after: 'یاں یوں وں یں ے ی ا ات', least: 2 })

export const stemPersian = stemBy({ before: 'می نمی', after: 'هایی های ها ان ات تر ترین ی م ند', least: 3 })

export const stemBengali = stemBy({
  after: 'গুলোর গুলির গুলো গুলি দের েরা ের টির টার টি টা কে তে য়ে য় র ে ছে ছি বে',
  least: 2,
})

export const stemPunjabi = stemBy({ after: 'ੀਆਂ ਿਆਂ ਾਂ ਆਂ ੀ ੇ ਾ ੋ ਂ', least: 2 })

export const stemHindi = stemBy({ after: 'ियों ियाँ ियां ों ें ी े ा ो ं', least: 2 })

export const stemGujarati = stemBy({ after: 'ઓને ઓની ઓ માં ની નું નો ના ને થી ી ો ે ા ું', least: 2 })

export const stemPolish = stemBy({
  after:
    'ami ach ów owi om ego emu ymi imi ych ich ej ą ę a e i o u y em ie iem ć ać eć ić amy am asz ają ują ania anie enie nia aniu',
  least: 3,
})

export const stemSomali = stemBy({
  after: 'yada yaal adii kii tii dii yo aha ada aan eed ka ga ta da ha ku tu aa ay o',
  least: 3,
})

export const stemRomanian = stemBy({
  after: 'ului ilor elor urile uri ele ul le lor ii ei ea ă a e i u este esc ează ăm am',
  least: 3,
})

/** Spanish, Portuguese and Italian: what changes with number and gender. */
export const stemRomance = stemBy({ after: 'os as es is ões oes ãos i e a o s', least: 3 })

export const stemFrench = stemBy({ after: 'ements ement aux es s e x ent er ez és ée ées', least: 3 })

export const stemRussian = stemBy({
  after: 'ами ями ого его ому ему ыми ими ах ях ов ев ей ой ый ий ая яя ое ее ы и а я о е у ю ом ем ть',
  least: 3,
})

export const stemNothing: Stem = (word) => word
