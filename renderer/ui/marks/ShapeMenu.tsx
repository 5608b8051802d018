import { Shapes } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeShape } from '#shared/board/actions/marks'
import type { Card } from '#shared/board/schema'
import { useSession } from '../hooks'
import { IconButton } from '../kit/Button'
import { Popover } from '../kit/Popover'
import { commonOf } from './commonOf'
import { ShapeChoices } from './ShapeChoices'
import './lines.css'

/** Gives the selected shapes another form. */
export function ShapeMenu({ cards }: { cards: readonly Card[] }) {
  const { t } = useTranslation()
  const { writer, undo } = useSession()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <IconButton
        ref={button}
        icon={Shapes}
        label={t('tools.shapeKind')}
        hint="above"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <Popover anchor={button} onClose={() => setOpen(false)}>
          <ShapeChoices
            shape={commonOf(cards, ({ shape }) => shape)}
            onChoose={(shape) => {
              undo.mark()
              changeShape(
                writer,
                cards.map(({ id }) => id),
                shape,
              )
              setOpen(false)
            }}
          />
        </Popover>
      )}
    </>
  )
}
