/** The first wished-for language that there is, by its primary tag; English when none fits. */
export function chooseLanguage(wanted: readonly string[], known: readonly string[]): string {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split(/[-_]/)[0]
    if (primary !== undefined && known.includes(primary)) return primary
  }
  return 'en'
}

/** Reading direction of a language tag. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur|ps|sd|ug|yi|dv|syr|ckb)\b/.test(language) ? 'rtl' : 'ltr'
}

/** A language's name as speakers of `shownIn` say it, such as “Arabic”; the tag when nobody knows it. */
export function languageName(tag: string, shownIn: string): string {
  try {
    return new Intl.DisplayNames([shownIn], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

/** The tag in the name of a language file, such as `ar` in `…/languages/ar.json`. */
export function tagOfFile(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.json'.length)
}
