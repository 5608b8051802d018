import { Vote } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_CHOICES, MOST_DOTS, suggestedDots } from '#shared/room/vote'
import { MAX_QUESTION } from '#shared/room/writing'
import { useRecords, useSession, useSignal } from '../hooks'
import { Button } from '../kit/Button'
import { Dialog } from '../kit/Dialog'
import { Choice, TextField } from '../kit/Field'
import { Stepper } from '../kit/Stepper'
import { RoundMinutes } from '../rounds/RoundMinutes'
import { useNameOfSource } from './useNameOfSource'
import { voteSources } from './voteSources'
import './vote.css'

const MINUTE = 60_000

/** Whoever leads the room says what is voted on and by which rules, and begins the vote. */
export function VoteDialog() {
  const { t } = useTranslation()
  const session = useSession()
  const cards = useRecords('cards')
  const running = useSignal(session.replica.rounds.running)
  // The cards are read anew when one of them changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  const sources = useMemo(() => voteSources(session), [session, cards])
  const nameOf = useNameOfSource()
  const [key, setKey] = useState(sources[0]?.key ?? '')
  const [question, setQuestion] = useState('')
  const [minutes, setMinutes] = useState(0)
  const [wanted, setWanted] = useState<number | null>(null)
  const [limit, setLimit] = useState<number | null>(null)

  const source = sources.find((each) => each.key === key) ?? sources[0]
  const dots = wanted ?? suggestedDots(source?.cards.length ?? 0)
  const most = Math.min(dots, limit ?? Math.max(1, Math.ceil(dots / 2)))
  const isTooMany = (source?.cards.length ?? 0) > MOST_CHOICES
  const close = () => session.overlay.set(null)
  const begin = () => {
    if (!source) return
    session.replica.rounds.order({
      do: 'begin',
      settings: {
        kind: 'vote',
        ms: minutes === 0 ? null : minutes * MINUTE,
        question: question.trim(),
        cards: [...source.cards],
        dots,
        most,
      },
    })
    close()
  }
  return (
    <Dialog title={t('vote.start')} onClose={close}>
      {source ? (
        <div className="vote-form">
          <p>{t('vote.startLead')}</p>
          <TextField
            label={t('vote.question')}
            hint={t('rounds.questionHint')}
            data-first
            maxLength={MAX_QUESTION}
            value={question}
            onChange={(event) => setQuestion(event.currentTarget.value)}
          />
          <Choice
            legend={t('vote.about')}
            options={sources.map((each) => ({
              value: each.key,
              label: nameOf(each),
              isLong: each.of.is === 'theme',
            }))}
            value={source.key}
            onChoose={setKey}
          />
          {isTooMany && <p className="field-error">{t('vote.tooMany', { count: MOST_CHOICES })}</p>}
          <div className="vote-rules">
            <Stepper label={t('vote.dots')} value={dots} least={1} most={MOST_DOTS} onChange={setWanted} />
            <Stepper label={t('vote.most')} value={most} least={1} most={dots} onChange={setLimit} />
          </div>
          <RoundMinutes minutes={minutes} onChoose={setMinutes} />
          <div className="dialog-foot">
            <Button
              tone="primary"
              icon={Vote}
              disabled={isTooMany || (running !== null && running.shown.kind !== 'timer')}
              onClick={begin}
            >
              {t('vote.begin')}
            </Button>
          </div>
        </div>
      ) : (
        <p>{t('vote.nothing')}</p>
      )}
    </Dialog>
  )
}
