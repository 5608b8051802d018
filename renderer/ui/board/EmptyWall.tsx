import { useTranslation } from 'react-i18next'
import { addInView } from '../../stages/wallCards'
import { useRecords, useSession, useSignal } from '../hooks'
import { Button } from '../kit/Button'

/** What stands on an empty wall: the next step, and a button that takes it. */
export function EmptyWall({ onStories }: { onStories: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const canWrite = useSignal(session.canWrite)
  const isEmpty = useRecords('cards').length === 0
  if (!isEmpty) return null
  return (
    <section className="empty-wall">
      <h2>{t('empty.title')}</h2>
      <p>{canWrite ? t('empty.next') : t('empty.watching')}</p>
      {canWrite && (
        <div className="empty-wall-actions">
          <Button tone="primary" onClick={() => session.editing.set(addInView(session, { type: 'note' }))}>
            {t('empty.firstCard')}
          </Button>
          <Button onClick={onStories}>{t('empty.story')}</Button>
        </div>
      )}
    </section>
  )
}
