/** Lists of words that say nothing by themselves; the package has no types of its own. */
declare module 'stopword' {
  type Words = readonly string[]
  export const ara: Words
  export const ben: Words
  export const bul: Words
  export const eng: Words
  export const fas: Words
  export const fra: Words
  export const guj: Words
  export const hin: Words
  export const ita: Words
  export const panGu: Words
  export const pol: Words
  export const por: Words
  export const ron: Words
  export const rus: Words
  export const som: Words
  export const spa: Words
  export const urd: Words
}
