import { StickyNote, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { allowQuote, deleteHighlights, passageOf } from '#shared/board/actions/stories'
import { useRecord, useRecords, useSession, useSignal } from '../../ui/hooks'
import { Button } from '../../ui/kit/Button'
import { Popover } from '../../ui/kit/Popover'
import { showCard } from '../wallCards'
import { addInsight } from './addInsight'

/** What hangs on a highlight: its cards, whether it may be published, and the way to take it away. */
export function HighlightSheet({
  highlight: id,
  anchor,
  onClose,
}: {
  highlight: string
  anchor: HTMLElement
  onClose: () => void
}) {
  const { t } = useTranslation()
  const session = useSession()
  const highlight = useRecord('highlights', id)
  const story = useRecord('stories', highlight?.story ?? null)
  const cards = useRecords('cards').filter((card) => card.highlight === id)
  const canWrite = useSignal(session.canWrite)
  const owner = useMemo(() => ({ current: anchor }), [anchor])
  if (!highlight) return null
  const makeCard = () => {
    onClose()
    const quote = passageOf(session.replica.doc, highlight)?.quote ?? ''
    session.editing.set(addInsight(session, id, quote))
  }
  const remove = () => {
    onClose()
    session.undo.mark()
    deleteHighlights(session.writer, [id])
  }
  return (
    <Popover anchor={owner} onClose={onClose} className="popover highlight-sheet">
      <section aria-label={t('stories.highlightSheet')}>
        <h3>{t('stories.cardsHere', { count: cards.length })}</h3>
        <ul>
          {cards.map((card) => (
            <li key={card.id}>
              <button type="button" className="stage-link" onClick={() => showCard(session, card.id)}>
                <span dir="auto">{card.text || t('stories.cardWithoutWords')}</span>
              </button>
            </li>
          ))}
        </ul>
        {canWrite && (
          <>
            <Button icon={StickyNote} onClick={makeCard}>
              {t('stories.makeCard')}
            </Button>
            <label className="stage-check">
              <input
                type="checkbox"
                checked={highlight.publish}
                disabled={story?.consent === 'none'}
                onChange={(event) => allowQuote(session.writer, id, event.currentTarget.checked)}
              />
              <span>{t('stories.mayPublish')}</span>
            </label>
            {story?.consent === 'none' && <p className="stage-hint">{t('stories.storyStays')}</p>}
            <Button tone="quiet" icon={Trash2} onClick={remove}>
              {t('stories.removeHighlight')}
            </Button>
          </>
        )}
      </section>
    </Popover>
  )
}
