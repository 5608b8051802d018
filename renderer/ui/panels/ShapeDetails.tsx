import { useTranslation } from 'react-i18next'
import { changeShape } from '#shared/board/actions/marks'
import type { Card } from '#shared/board/schema'
import { useSession, useSignal } from '../hooks'
import { ShapeChoices } from '../marks/ShapeChoices'
import '../marks/lines.css'

/** Which shape a card is. */
export function ShapeDetails({ card }: { card: Card }) {
  const { t } = useTranslation()
  const { writer, undo, canWrite } = useSession()
  const isWriter = useSignal(canWrite)
  return (
    <section className="details-part">
      <h3>{t('tools.shapeKind')}</h3>
      {isWriter ? (
        <ShapeChoices
          shape={card.shape}
          onChoose={(shape) => {
            undo.mark()
            changeShape(writer, [card.id], shape)
          }}
        />
      ) : (
        <p>{t(`shapes.${card.shape}`)}</p>
      )}
    </section>
  )
}
