import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import ar from '../../resources/languages/ar.json'
import en from '../../resources/languages/en.json'

export const LANGUAGES = { en, ar } as const
export type Language = keyof typeof LANGUAGES

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof en }
  }
}

/** The best language we have for a list such as `navigator.languages`; English when none fits. */
export function chooseLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split('-')[0]
    if (primary !== undefined && primary in LANGUAGES) return primary as Language
  }
  return 'en'
}

/** Reading direction of an interface language. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur|ps|sd|ug|yi)\b/.test(language) ? 'rtl' : 'ltr'
}

/** The locale for dates and numbers: this is made for rooms in Britain, whatever language they speak. */
export function localeOf(language: string): string {
  return language === 'ar' ? 'ar-u-nu-latn-ca-gregory' : 'en-GB'
}

/** Starts the interface in a language and mirrors the page when it reads from right to left. */
export async function startLanguage(language: Language): Promise<void> {
  i18next.on('languageChanged', (next) => {
    document.documentElement.lang = next
    document.documentElement.dir = directionOf(next)
  })
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, ar: { translation: ar } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
}
