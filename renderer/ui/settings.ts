import i18next from 'i18next'
import { chooseLanguage } from '#shared/language'
import type { Platform } from '../platform/platform'
import { LANGUAGES } from './language'

/** The interface language that a person chose, or the best one for their device. */
export function languageFor(platform: Platform): string {
  const { language } = platform.settings.get()
  return chooseLanguage(language === 'system' ? platform.languages : [language], LANGUAGES)
}

const MORE_CONTRAST = '(prefers-contrast: more)'
const DARK = '(prefers-color-scheme: dark)'

/** Keeps the page's language, contrast, theme and controls as the settings and the device say, from now on. */
export function followSettings(platform: Platform): () => void {
  const wishes = [MORE_CONTRAST, DARK].map((query) => matchMedia(query))
  const apply = () => {
    const { contrast, projectorContrast, theme, controls, rail } = platform.settings.get()
    const [wantsMore, wantsDark] = wishes
    const isOwn = platform.desktop?.view === 'projector' && projectorContrast !== 'same'
    const wanted = isOwn ? projectorContrast : contrast
    Object.assign(document.documentElement.dataset, {
      contrast: wanted === 'system' ? (wantsMore?.matches ? 'high' : 'normal') : wanted,
      theme: theme === 'system' ? (wantsDark?.matches ? 'dark' : 'light') : theme,
      controls,
      rail,
    })
    const language = languageFor(platform)
    if (i18next.language !== language) void i18next.changeLanguage(language)
  }
  apply()
  for (const wish of wishes) wish.addEventListener('change', apply)
  const stop = platform.settings.subscribe(apply)
  return () => {
    stop()
    for (const wish of wishes) wish.removeEventListener('change', apply)
  }
}
