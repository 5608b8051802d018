import { useTranslation } from 'react-i18next'
import type { LateCards } from '../../board/lateCards'
import { useSession, useSignal } from '../hooks'
import { Button } from '../kit/Button'
import { takeLate } from './takeLate'

/** Cards of one's own that came on no wall: their author puts them there, or lets go of them. */
export function LateSheet({
  late,
  draft,
  onDraftGone,
}: {
  late: readonly LateCards[]
  /** What was being written when the round ended. */
  draft: string
  onDraftGone: () => void
}) {
  const { t } = useTranslation()
  const session = useSession()
  const mayWrite = useSignal(session.canWrite)
  const words = [
    ...late.flatMap(({ cards }) => cards.map(({ text }) => text)),
    ...(draft.trim() === '' ? [] : [draft.trim()]),
  ]
  const letGo = () => {
    for (const { round } of late) session.replica.rounds.letGo(round)
    onDraftGone()
  }
  return (
    <section className="sheet hidden-sheet hidden-late" aria-label={t('writing.lateTitle')}>
      <div className="hidden-body">
        <h2 className="hidden-question">{t('writing.lateTitle')}</h2>
        <p className="hidden-note" role="status">
          {t('writing.lateWords', { count: words.length })}
        </p>
        <ol className="hidden-cards">
          {words.map((text, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: nothing in the list moves or is written in.
            <li key={at} className="hidden-card">
              <p dir="auto">{text}</p>
            </li>
          ))}
        </ol>
        <div className="hidden-ends">
          <Button
            tone="primary"
            large
            disabled={!mayWrite}
            onClick={() => {
              takeLate(session, late, draft.trim())
              letGo()
            }}
          >
            {t('board.putOnWall')}
          </Button>
          <Button onClick={letGo}>{t('writing.lateLetGo')}</Button>
        </div>
      </div>
    </section>
  )
}
