import { type ReactNode, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotices } from '../kit/notices'
import { RefusedWords } from './RefusedWords'

/** Shows words that the room did not take in, until the person has put them away. */
export function useRefused(): { show: (words: readonly string[]) => void; dialog: ReactNode } {
  const { t } = useTranslation()
  const notices = useNotices()
  const [shown, setShown] = useState<readonly string[]>([])
  const show = useCallback((words: readonly string[]) => setShown(words), [])
  const close = () => {
    setShown([])
    // A press beside the dialog closes it too.
    notices.say({
      words: t('refused.away'),
      action: { label: t('refused.showAgain'), run: () => setShown(shown) },
    })
  }
  return { show, dialog: shown.length > 0 && <RefusedWords words={shown} onClose={close} /> }
}
