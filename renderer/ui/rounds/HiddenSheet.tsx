import { Check, CloudOff, EyeOff, Minimize2 } from 'lucide-react'
import { type FormEvent, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import {
  addWritten,
  changeDraft,
  changeWritten,
  finishDraft,
  readDraft,
  removeWritten,
} from '#shared/room/writtenCards'
import type { RunningRound } from '../../board/roundLine'
import { useSession, useSignal } from '../hooks'
import { isWriting } from '../isWriting'
import { Button, IconButton } from '../kit/Button'
import { TextArea } from '../kit/Field'
import { Icon } from '../kit/Icon'
import { useNotices } from '../kit/notices'
import { useTimer } from '../timer/useTimer'
import { endsOnEnter } from './endsOnEnter'
import { HiddenCard } from './HiddenCard'
import { MAX_CARD, MAX_CARDS } from './hidden'
import { useSheetPlace } from './sheetPlace'
import { useHiddenCards } from './useHiddenCards'
import { useSealed } from './useSealed'
import { WritingLead } from './WritingLead'

/** Where a person writes cards that nobody else sees yet: the question, one field, and below it what they have. */
export function HiddenSheet({
  doc,
  round,
  onFold,
}: {
  doc: Y.Doc
  round: RunningRound
  /** Puts the sheet aside; null where it has the screen to itself. */
  onFold: (() => void) | null
}) {
  const { t } = useTranslation()
  const { replica, canWrite } = useSession()
  const notices = useNotices()
  const mayWrite = useSignal(canWrite)
  const isLeading = useSignal(replica.me)?.role === 'facilitator'
  const isKept = useSignal(replica.rounds.isKept)
  const isLive = useSignal(replica.connection).state === 'live'
  const isAway = useSignal(replica.isAway)
  const cards = useHiddenCards(doc)
  const draft = useSealed(doc, draftIn, '')
  const time = useTimer()
  const field = useRef<HTMLTextAreaElement>(null)
  const [said, setSaid] = useState('')
  useSheetPlace()
  useLayoutEffect(() => {
    // It comes to everybody at once, also to whoever is in the middle of a word elsewhere.
    if (!isWriting()) field.current?.focus()
  }, [])
  if (round.shown.kind !== 'writing') return null
  const { question, isDone } = round.shown
  const isFull = cards.length >= MAX_CARDS

  const add = () => {
    if (draft.trim() === '' || !mayWrite || isFull) return
    finishDraft(doc)
    setSaid(t('writing.added', { count: cards.length + 1 }))
    field.current?.focus()
  }
  const remove = (id: string, text: string, at: number) => {
    removeWritten(doc, [id])
    setSaid(t('writing.removed'))
    field.current?.focus()
    const action = { label: t('writing.putBack'), run: () => void addWritten(doc, text, at, id) }
    notices.say({ words: t('writing.removed'), action })
  }
  const note = !mayWrite
    ? t('board.readOnly')
    : time?.seconds === 0
      ? t('writing.timeIsUp')
      : t('writing.nobodySees')
  return (
    <section className="sheet hidden-sheet" aria-label={t('writing.title')}>
      <div className="hidden-head">
        <p className="hidden-kind">{t('writing.title')}</p>
        {onFold && <IconButton icon={Minimize2} label={t('rounds.toWall')} onClick={onFold} />}
      </div>
      <div className="hidden-body">
        <h2 className="hidden-question" dir="auto">
          {question || t('writing.noQuestion')}
        </h2>
        <p className="hidden-note">
          <Icon of={EyeOff} size={18} />
          <span>{note}</span>
        </p>
        <form
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            add()
          }}
        >
          <TextArea
            ref={field}
            label={t('writing.yourCard')}
            hint={isFull ? t('writing.full', { count: MAX_CARDS }) : undefined}
            rows={3}
            maxLength={MAX_CARD}
            value={draft}
            disabled={!mayWrite}
            enterKeyHint="done"
            onChange={(event) => changeDraft(doc, event.currentTarget.value, Date.now())}
            onKeyDown={(event) => {
              if (endsOnEnter(event)) add()
            }}
          />
          <Button tone="primary" large submits disabled={draft.trim() === '' || !mayWrite || isFull}>
            {t('writing.add')}
          </Button>
        </form>
        <p className="unseen" role="status">
          {said}
        </p>
        {cards.length > 0 && (
          <>
            <h3 className="hidden-mine">{t('writing.mine', { count: cards.length })}</h3>
            <ol className="hidden-cards">
              {cards.map((card, at) => (
                <HiddenCard
                  key={card.id}
                  card={card}
                  number={at + 1}
                  isLocked={!mayWrite}
                  onChange={(text) => changeWritten(doc, card.id, text)}
                  onRemove={() => remove(card.id, card.text, card.at)}
                />
              ))}
            </ol>
          </>
        )}
      </div>
      <div className="hidden-foot">
        {(!isLive || isAway) && (
          <p className="hidden-offline">
            <Icon of={CloudOff} size={18} />
            <span>{t('board.offline')}</span>
          </p>
        )}
        {mayWrite && !isLeading && (
          <Button
            icon={Check}
            aria-pressed={isDone}
            className={isDone ? 'hidden-done hidden-done-on' : 'hidden-done'}
            onClick={() => replica.rounds.ask({ kind: 'writing', isDone: !isDone })}
          >
            {t(isDone ? 'writing.isDone' : 'writing.done')}
          </Button>
        )}
        {isLeading && <WritingLead />}
        <p className="unseen" role="status">
          {isKept || !isLive ? '' : t('board.saving')}
        </p>
      </div>
    </section>
  )
}

const draftIn = (doc: Y.Doc): string => readDraft(doc)?.text ?? ''
