import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session } from '../../board/session'
import { usePlatform, useSession } from '../hooks'
import { Button } from '../kit/Button'
import { Dialog } from '../kit/Dialog'
import { useThumbnail } from './useThumbnail'

/**
 * Leaves a board without losing anything: waits until the file has everything, keeps a picture of the
 * wall for Home and lets the file go. When it cannot be saved, the person decides.
 */
export function useLeaving(path: string | null): {
  /** True once the board may be left. */
  letGo: () => Promise<boolean>
  question: ReactNode
} {
  const session = useSession()
  const { desktop, unsent } = usePlatform()
  const [answer, setAnswer] = useState<((answer: Answer) => void) | null>(null)
  const isLeaving = useRef(false)
  const keepThumbnail = useThumbnail(path)

  const letGo = useCallback(async (): Promise<boolean> => {
    if (isLeaving.current) return false
    isLeaving.current = true
    try {
      if (!(await everythingSaved(session, desktop ? null : PATIENCE))) {
        void desktop?.answerClosing('asking')
        const said = await new Promise<Answer>((resolve) => setAnswer(() => resolve))
        setAnswer(null)
        if (said === 'stay') {
          void desktop?.answerClosing('stay')
          return false
        }
        if (said === 'erase') await unsent?.erase()
      }
      if (!desktop || path === null) return true
      await keepThumbnail()
      await desktop.closeBoard(path)
      return true
    } finally {
      isLeaving.current = false
    }
  }, [desktop, unsent, path, session, keepThumbnail])

  useEffect(() => desktop?.onClosing(() => void letGo()), [desktop, letGo])
  return {
    letGo,
    question: answer && (desktop ? <NotSaved onAnswer={answer} /> : <NotSent onAnswer={answer} />),
  }
}

type Answer = 'stay' | 'leave' | 'erase'

function NotSaved({ onAnswer }: { onAnswer: (answer: Answer) => void }) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('board.closeUnsavedTitle')} onClose={() => onAnswer('stay')}>
      <p>{t('board.closeUnsaved')}</p>
      <div className="dialog-foot">
        <Button tone="danger" onClick={() => onAnswer('leave')}>
          {t('board.closeAnyway')}
        </Button>
        <Button tone="primary" onClick={() => onAnswer('stay')}>
          {t('board.keepOpen')}
        </Button>
      </div>
    </Dialog>
  )
}

/** In a guest's browser, which may be one that many people use. */
function NotSent({ onAnswer }: { onAnswer: (answer: Answer) => void }) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('board.leaveUnsentTitle')} wide onClose={() => onAnswer('stay')}>
      <p>{t('board.leaveUnsent')}</p>
      <div className="dialog-foot">
        <Button tone="danger" onClick={() => onAnswer('erase')}>
          {t('board.leaveAndErase')}
        </Button>
        <Button onClick={() => onAnswer('leave')}>{t('board.leaveAndKeep')}</Button>
        <Button tone="primary" onClick={() => onAnswer('stay')}>
          {t('board.stay')}
        </Button>
      </div>
    </Dialog>
  )
}

/** ms that a guest waits for the room's answer before being asked. */
const PATIENCE = 3_000

/**
 * Resolves with true once the file has every edit, with false when it cannot be written, or when nothing is heard
 * for `patience` ms.
 */
function everythingSaved({ replica }: Session, patience: number | null): Promise<boolean> {
  return new Promise((resolve) => {
    const stops: (() => void)[] = []
    const look = () => {
      const saving = replica.saving.get().state
      const connection = replica.connection.get().state
      const isHiddenKept = replica.rounds.isKept.get()
      if ((saving === 'saving' || !isHiddenKept) && connection === 'live') return
      end(saving === 'saved' && isHiddenKept)
    }
    const end = (isSaved: boolean) => {
      clearTimeout(timer)
      for (const stop of stops) stop()
      resolve(isSaved)
    }
    const timer = patience === null ? undefined : setTimeout(end, patience, false)
    stops.push(
      replica.saving.subscribe(look),
      replica.rounds.isKept.subscribe(look),
      replica.connection.subscribe(look),
    )
    look()
  })
}
