/** The faces of emoji, Chinese, Japanese and Korean, in the order in which a letter is looked for. */
export const RARE_FAMILIES = [
  'Twemoji',
  'Noto Sans SC Variable',
  'Noto Sans JP Variable',
  'Noto Sans KR Variable',
] as const

const RARE =
  /[\p{Emoji_Presentation}\p{Extended_Pictographic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u

/** Whether words hold a letter that only the faces above have. */
export const hasRareLetters = (words: string): boolean => RARE.test(words)

let coming: Promise<void> | undefined
let areHere = false
const listeners = new Set<() => void>()

/**
 * Tells the browser where the faces are; it fetches the parts that hold the letters it meets. They are some 300
 * rules, so they stay out of what the page must read before it shows anything. Rejects never.
 */
export function bringRareLetters(): Promise<void> {
  coming ??= import('./rareLetters.css').then(
    () => {
      areHere = true
    },
    () => {
      // The host may be away: the next words in need of them ask again.
      coming = undefined
    },
  )
  return coming
}

/** To be called with words that were measured: tells the listeners when they can be measured better. */
export function noteLetters(words: string): void {
  if (areHere || coming || !hasRareLetters(words)) return
  void bringRareLetters().then(() => {
    if (areHere) for (const listener of listeners) listener()
  })
}

/** Whether faces are awaited that words asked for. */
export const areRareLettersComing = (): boolean => coming !== undefined && !areHere

/** Calls back when the faces that words were waiting for are known to the browser. */
export function watchRareLetters(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
