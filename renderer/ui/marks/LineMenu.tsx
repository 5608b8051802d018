import { Spline } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { restyleConnectors } from '#shared/board/actions/connectors'
import type { Card } from '#shared/board/schema'
import { useSession } from '../hooks'
import { IconButton } from '../kit/Button'
import { Popover } from '../kit/Popover'
import { commonOf } from './commonOf'
import { LineChoices } from './LineChoices'
import './lines.css'

/** Gives the selected connectors another way and other arrowheads. */
export function LineMenu({ cards }: { cards: readonly Card[] }) {
  const { t } = useTranslation()
  const { writer, undo } = useSession()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const restyle = (look: Partial<Pick<Card, 'route' | 'heads'>>) => {
    undo.mark()
    restyleConnectors(
      writer,
      cards.map(({ id }) => id),
      look,
    )
  }
  return (
    <>
      <IconButton
        ref={button}
        icon={Spline}
        label={t('tools.connectorLook')}
        hint="above"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <Popover anchor={button} className="popover rail-options" onClose={() => setOpen(false)}>
          <LineChoices
            route={commonOf(cards, ({ route }) => route)}
            heads={commonOf(cards, ({ heads }) => heads)}
            onRoute={(route) => restyle({ route })}
            onHeads={(heads) => restyle({ heads })}
          />
        </Popover>
      )}
    </>
  )
}
