import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { HIGH_CONTRAST, LIGHT } from '#shared/cards/colours'
import type { CardWords } from '#shared/cards/kind'
import { cardWords } from './cardWords'
import { createMeasure, loadFonts } from './fonts'
import { createLook, type Look } from './paintContext'

/** The look of the wall: made anew when fonts arrive, and with the contrast and the interface's language. */
export function useLook(isQuiet: boolean): Look {
  const words = useCardWords()
  const isStark = useSyncExternalStore(watchContrast, hasHighContrast)
  const [measure, setMeasure] = useState(createMeasure)
  useEffect(() => {
    let isHere = true
    void loadFonts().then(() => isHere && setMeasure(createMeasure()))
    return () => {
      isHere = false
    }
  }, [])
  return useMemo(
    () => createLook(isStark ? HIGH_CONTRAST : LIGHT, words, measure, isQuiet),
    [isStark, words, measure, isQuiet],
  )
}

function useCardWords(): CardWords {
  const { t } = useTranslation()
  return useMemo(() => cardWords(t), [t])
}

const more = '(prefers-contrast: more)'

/** The setting is kept on the page's root by the interface; the system's own wish counts as well. */
export function hasHighContrast(): boolean {
  const chosen = document.documentElement.dataset.contrast
  return chosen === 'high' || (chosen !== 'normal' && matchMedia(more).matches)
}

export function watchContrast(listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-contrast'] })
  const media = matchMedia(more)
  media.addEventListener('change', listener)
  return () => {
    observer.disconnect()
    media.removeEventListener('change', listener)
  }
}
