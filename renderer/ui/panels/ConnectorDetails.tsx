import { useTranslation } from 'react-i18next'
import { restyleConnectors } from '#shared/board/actions/connectors'
import type { Card } from '#shared/board/schema'
import { showCard } from '../../stages/wallCards'
import { useRecord, useSession, useSignal } from '../hooks'
import { Button } from '../kit/Button'
import { useEndNames } from '../marks/endNames'
import { LineChoices } from '../marks/LineChoices'
import '../marks/lines.css'

/** What a connector joins, and how it looks. */
export function ConnectorDetails({ card }: { card: Card }) {
  const { t } = useTranslation()
  const { writer, undo, canWrite } = useSession()
  const isWriter = useSignal(canWrite) && !card.locked
  const { from, to } = useEndNames(card)
  const restyle = (look: Partial<Pick<Card, 'route' | 'heads'>>) => {
    undo.mark()
    restyleConnectors(writer, [card.id], look)
  }
  return (
    <>
      <section className="details-part">
        <h3>{t('connector.joins')}</h3>
        <ConnectorEnd card={card.ends[0].card} name={from} />
        <ConnectorEnd card={card.ends[1].card} name={to} />
      </section>
      <section className="details-part">
        <h3>{t('tools.connectorLook')}</h3>
        {isWriter ? (
          <LineChoices
            route={card.route}
            heads={card.heads}
            onRoute={(route) => restyle({ route })}
            onHeads={(heads) => restyle({ heads })}
          />
        ) : (
          <p>
            {t(`routes.${card.route}`)}
            <br />
            {t(`heads.${card.heads}`)}
          </p>
        )}
      </section>
    </>
  )
}

function ConnectorEnd({ card: id, name }: { card: string | null; name: string }) {
  const { t } = useTranslation()
  const session = useSession()
  const card = useRecord('cards', id)
  if (!card) return <p>{name}</p>
  return (
    <Button aria-label={t('connector.goTo', { card: name })} onClick={() => showCard(session, card.id)}>
      <bdi>{name}</bdi>
    </Button>
  )
}
