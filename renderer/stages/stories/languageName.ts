/** A language's name in the interface's language; the tag itself when nobody knows it. */
export function languageName(tag: string, interfaceLanguage: string): string {
  try {
    return new Intl.DisplayNames([interfaceLanguage], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
