import i18next from 'i18next'
import { chooseLanguage } from '#shared/language'
import type { Platform } from '../platform/platform'
import { LANGUAGES } from './language'

/** The interface language that a person chose, or the best one for their device. */
export function languageFor(platform: Platform): string {
  const { language } = platform.settings.get()
  return chooseLanguage(language === 'system' ? platform.languages : [language], LANGUAGES)
}

/** Keeps the page's language and contrast as the settings say, from now on. */
export function followSettings(platform: Platform): () => void {
  const apply = () => {
    document.documentElement.dataset.contrast = platform.settings.get().contrast
    const language = languageFor(platform)
    if (i18next.language !== language) void i18next.changeLanguage(language)
  }
  apply()
  return platform.settings.subscribe(apply)
}
