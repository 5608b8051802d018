import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { type Colours, DARK, DARK_HIGH_CONTRAST, HIGH_CONTRAST, LIGHT } from '#shared/cards/colours'
import type { CardWords } from '#shared/cards/kind'
import { cardWords } from './cardWords'
import { createMeasure, loadFonts, watchLateFonts } from './fonts'
import { createLook, type Look } from './paintContext'

/** The look of the wall: made anew when fonts arrive, and with the colours and the interface's language. */
export function useLook(isQuiet: boolean): Look {
  const words = useCardWords()
  const colours = useSyncExternalStore(watchColours, pageColours)
  const [measure, setMeasure] = useState(createMeasure)
  useEffect(() => {
    let isHere = true
    const renew = () => isHere && setMeasure(createMeasure())
    void loadFonts().then(renew)
    const unwatch = watchLateFonts(renew)
    return () => {
      isHere = false
      unwatch()
    }
  }, [])
  return useMemo(() => createLook(colours, words, measure, isQuiet), [colours, words, measure, isQuiet])
}

function useCardWords(): CardWords {
  const { t } = useTranslation()
  return useMemo(() => cardWords(t), [t])
}

/** The colours that the page asks for now; the interface keeps its contrast and its theme on the page's root. */
export function pageColours(): Colours {
  const { contrast, theme } = document.documentElement.dataset
  if (theme === 'dark') return contrast === 'high' ? DARK_HIGH_CONTRAST : DARK
  return contrast === 'high' ? HIGH_CONTRAST : LIGHT
}

/** Tells when `pageColours` may have changed. */
export function watchColours(listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-contrast', 'data-theme'],
  })
  return () => observer.disconnect()
}
