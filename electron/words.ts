import { createInstance } from 'i18next'
import ar from '../resources/languages/ar.json'
import en from '../resources/languages/en.json'

const LANGUAGES = { en, ar } as const
export type Language = keyof typeof LANGUAGES

/** The words of the native menu and dialogs, by their key in the `menu` section. */
export type Words = (key: `menu.${keyof typeof en.menu}`) => string

/** The app's language: what the person chose, or the first of the system's that we have, or English. */
export function appLanguage(setting: 'system' | Language, system: readonly string[]): Language {
  if (setting !== 'system') return setting
  for (const tag of system) {
    const primary = tag.toLowerCase().split('-')[0] ?? ''
    if (Object.hasOwn(LANGUAGES, primary)) return primary as Language
  }
  return 'en'
}

/** The words in one language. */
export function wordsFor(language: Language): Words {
  const instance = createInstance()
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    initAsync: false,
    resources: { en: { translation: en }, ar: { translation: ar } },
    interpolation: { escapeValue: false },
  })
  return (key) => instance.t(key as never)
}
