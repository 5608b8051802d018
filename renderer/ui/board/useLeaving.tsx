import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session } from '../../board/session'
import { usePlatform, useSession } from '../hooks'
import { Button } from '../kit/Button'
import { Dialog } from '../kit/Dialog'
import { presentPeople } from '../people'
import { useRoom } from '../room/useRoom'
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
  const room = useRoom(path)
  const [asked, setAsked] = useState<Asked | null>(null)
  const isLeaving = useRef(false)
  const keepThumbnail = useThumbnail(path)

  const letGo = useCallback(async (): Promise<boolean> => {
    if (isLeaving.current) return false
    isLeaving.current = true
    try {
      const ask = async (about: Asked['about']): Promise<Answer> => {
        void desktop?.answerClosing('asking')
        const said = await new Promise<Answer>((answer) => setAsked({ about, answer }))
        setAsked(null)
        if (said === 'stay') void desktop?.answerClosing('stay')
        return said
      }
      const others = room ? othersIn(session) : 0
      const ofRoom = others > 0 ? await ask({ what: 'room', others }) : 'leave'
      if (ofRoom === 'stay') return false
      if (!(await everythingSaved(session, desktop ? null : PATIENCE))) {
        const said = await ask({ what: desktop ? 'notSaved' : 'notSent' })
        if (said === 'stay') return false
        if (said === 'erase') await unsent?.erase()
      }
      if (!desktop || path === null) return true
      if (ofRoom === 'closeRoom') await desktop.closeRoom(path)
      await keepThumbnail()
      await desktop.closeBoard(path)
      return true
    } finally {
      isLeaving.current = false
    }
  }, [desktop, unsent, path, room, session, keepThumbnail])

  useEffect(() => desktop?.onClosing(() => void letGo()), [desktop, letGo])
  return {
    letGo,
    question: asked && <Question asked={asked} />,
  }
}

type Answer = 'stay' | 'leave' | 'erase' | 'closeRoom'

interface Asked {
  readonly about:
    | { readonly what: 'notSaved' | 'notSent' }
    | { readonly what: 'room'; readonly others: number }
  readonly answer: (answer: Answer) => void
}

/** How many other people are in the room. */
function othersIn({ replica }: Session): number {
  const me = replica.me.get()?.person
  return presentPeople(replica.people.get(), me).filter(({ person }) => person !== me).length
}

function Question({ asked: { about, answer } }: { asked: Asked }) {
  if (about.what === 'room') return <RoomIsOpen others={about.others} onAnswer={answer} />
  return about.what === 'notSaved' ? <NotSaved onAnswer={answer} /> : <NotSent onAnswer={answer} />
}

/** Without a word to them people would wait for a room that is over, and their browsers keep what they wrote. */
function RoomIsOpen({ others, onAnswer }: { others: number; onAnswer: (answer: Answer) => void }) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('board.leaveRoomTitle')} wide onClose={() => onAnswer('stay')}>
      <p>{t('board.leaveRoom', { count: others })}</p>
      <div className="dialog-foot">
        <Button onClick={() => onAnswer('leave')}>{t('board.leaveRoomOpen')}</Button>
        <Button onClick={() => onAnswer('stay')}>{t('board.stay')}</Button>
        <Button tone="primary" onClick={() => onAnswer('closeRoom')}>
          {t('room.close')}
        </Button>
      </div>
    </Dialog>
  )
}

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
