import { useTranslation } from 'react-i18next'
import { SHAPES, type Shape } from '#shared/board/vocabulary'
import { contourOf } from '#shared/cards/contour'
import { Choices } from '../kit/Choices'

const WIDTH = 24
const HEIGHT = 20

/** The nine shapes, each drawn as it will lie on the wall. */
export function ShapeChoices({ shape, onChoose }: { shape: Shape | null; onChoose: (shape: Shape) => void }) {
  const { t } = useTranslation()
  return (
    <Choices
      label={t('tools.shapeKind')}
      chosen={shape}
      columns={3}
      onChoose={onChoose}
      choices={SHAPES.map((value) => ({
        value,
        label: t(`shapes.${value}`),
        drawing: <ShapeSign shape={value} />,
      }))}
    />
  )
}

function ShapeSign({ shape }: { shape: Shape }) {
  const isEven = shape === 'star' || shape === 'diamond' || shape === 'hexagon' || shape === 'triangle'
  const width = isEven ? HEIGHT + 2 : WIDTH
  return (
    <svg className="mark-sign" viewBox={`-2 -2 ${width + 4} ${HEIGHT + 4}`} aria-hidden="true">
      <polygon points={contourOf(shape, width, HEIGHT).join(' ')} />
    </svg>
  )
}
