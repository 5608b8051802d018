/** Languages a script's second column is offered in; those most spoken in Birmingham after English. */
export const SCRIPT_LANGUAGES = [
  'en',
  'ar',
  'ur',
  'pa',
  'bn',
  'so',
  'ro',
  'pl',
  'ps',
  'fa',
  'gu',
  'ku',
  'ti',
  'es',
  'pt',
  'it',
  'fr',
  'zh',
] as const

/** A language's name in the language of the interface, such as “Arabic”; the tag when it has none. */
export function languageName(tag: string, shownIn: string): string {
  try {
    return new Intl.DisplayNames([shownIn], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
