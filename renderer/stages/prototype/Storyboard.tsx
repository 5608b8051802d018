import { Eye, PenLine, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { writeCard } from '#shared/board/actions/cards'
import { addFrame } from '#shared/board/actions/prototypes'
import type { Card } from '#shared/board/schema'
import { useRecords, useSession } from '../../ui/hooks'
import { Button } from '../../ui/kit/Button'
import { Writing } from '../../ui/panels/Writing'
import { showCard } from '../wallCards'
import { FrameItem } from './FrameItem'

/** World units: two frames and their margins. */
const DRAWN_WIDTH = 760

/** One storyboard: its name and its frames in order. */
export function Storyboard({ card, canWrite }: { card: Card; canWrite: boolean }) {
  const { t } = useTranslation()
  const session = useSession()
  const frames = useRecords('frames').filter((frame) => frame.card === card.id)
  const draw = () => {
    const place = session.scene.get(card.id)?.place
    // The first frames, near enough to draw in; nothing chosen, so that nothing lies over them.
    if (place) session.camera.fit({ ...place, width: Math.min(place.width, DRAWN_WIDTH) }, 32, 2)
    session.selection.clear()
    session.tools.choose('pen')
  }
  return (
    <section className="stage-list" aria-label={card.text || t('prototype.untitled')}>
      <Writing
        label={t('prototype.name')}
        text={card.text}
        canWrite={canWrite}
        onWrite={(text) => {
          session.undo.mark()
          writeCard(session.writer, card.id, text)
        }}
      />
      <div className="stage-row">
        <Button tone="quiet" icon={Eye} onClick={() => showCard(session, card.id)}>
          {t('prototype.show')}
        </Button>
        {canWrite && (
          <Button tone="quiet" icon={PenLine} onClick={draw}>
            {t('prototype.draw')}
          </Button>
        )}
      </div>
      {canWrite && <p className="stage-hint">{t('prototype.drawHint')}</p>}
      <ol className="stage-list">
        {frames.map((frame, at) => (
          <FrameItem key={frame.id} frame={frame} number={at + 1} frames={frames} canWrite={canWrite} />
        ))}
      </ol>
      {canWrite && (
        <Button
          icon={Plus}
          onClick={() => {
            session.undo.mark()
            addFrame(session.writer, card.id)
          }}
        >
          {t('prototype.addFrame')}
        </Button>
      )}
    </section>
  )
}
