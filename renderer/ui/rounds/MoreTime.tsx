import { useTranslation } from 'react-i18next'
import { useSession, useSignal } from '../hooks'
import { Button } from '../kit/Button'
import { MINUTE } from './minutes'

/** Gives the round that runs a minute more. */
export function MoreTime() {
  const { t } = useTranslation()
  const { rounds } = useSession().replica
  const round = useSignal(rounds.running)
  if (!round) return null
  return (
    <Button onClick={() => rounds.order({ do: 'addTime', round: round.id, ms: MINUTE })}>
      {t('timer.addMinute')}
    </Button>
  )
}
