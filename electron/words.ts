import { createInstance } from 'i18next'
import { chooseLanguage, tagOfFile } from '#shared/language'
import type en from '../resources/languages/en.json'

const files = import.meta.glob<typeof en>('../resources/languages/*.json', { eager: true, import: 'default' })
const resources = Object.fromEntries(
  Object.entries(files).map(([path, translation]) => [tagOfFile(path), { translation }]),
)

/** The words of the native menu, of dialogs and of names, by their key in the `menu` section. */
export type Words = (key: `menu.${keyof typeof en.menu}`, values?: Readonly<Record<string, string>>) => string

/** The app's language: what the person chose, or the first of the system's that we have, or English. */
export function appLanguage(setting: string, system: readonly string[]): string {
  return chooseLanguage(setting === 'system' ? system : [setting], Object.keys(resources))
}

/** The words in one language. */
export function wordsFor(language: string): Words {
  const instance = createInstance()
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    initAsync: false,
    resources,
    interpolation: { escapeValue: false },
  })
  return (key, values) => instance.t(key, values ?? {})
}
