import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { directionOf, tagOfFile } from '#shared/language'
import type en from '../../resources/languages/en.json'

const files = import.meta.glob<typeof en>('../../resources/languages/*.json', {
  eager: true,
  import: 'default',
})
const resources = Object.fromEntries(
  Object.entries(files).map(([path, translation]) => [tagOfFile(path), { translation }]),
)

/** Every language of the interface: the files in `resources/languages/`. */
export const LANGUAGES: readonly string[] = Object.keys(resources)

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof en }
  }
}

/** The locale for dates and numbers: this is made for rooms in Britain, whatever language they speak. */
export function localeOf(language: string): string {
  return language === 'ar' ? 'ar-u-nu-latn-ca-gregory' : 'en-GB'
}

/** Starts the interface in a language and mirrors the page when it reads from right to left. */
export async function startLanguage(language: string): Promise<void> {
  i18next.on('languageChanged', (next) => {
    document.documentElement.lang = next
    document.documentElement.dir = directionOf(next)
  })
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources,
    interpolation: { escapeValue: false },
    returnNull: false,
  })
}
