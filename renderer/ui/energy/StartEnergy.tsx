import { Smile } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LEAST_FACES } from '#shared/room/energy'
import { useRecords, useSession } from '../hooks'
import { Button } from '../kit/Button'
import { Dialog } from '../kit/Dialog'
import { Choice } from '../kit/Field'

/** Begins asking everybody how they feel; at the end once it was asked at the start. */
export function StartEnergy() {
  const { t } = useTranslation()
  const { overlay, replica } = useSession()
  const wasAsked = useRecords('outcomes').some(({ round }) => round === 'energyAtStart')
  const [moment, setMoment] = useState<'start' | 'end'>(wasAsked ? 'end' : 'start')
  return (
    <Dialog title={t('energy.start')} onClose={() => overlay.set(null)}>
      <p>{t('energy.lead', { count: LEAST_FACES })}</p>
      <Choice
        legend={t('energy.moment')}
        options={(['start', 'end'] as const).map((value) => ({ value, label: t(`energy.moments.${value}`) }))}
        value={moment}
        onChoose={setMoment}
      />
      <div className="dialog-foot">
        <Button
          tone="primary"
          icon={Smile}
          data-first
          onClick={() => {
            replica.rounds.order({ do: 'begin', settings: { kind: 'energy', ms: null, moment } })
            overlay.set(null)
          }}
        >
          {t('energy.begin')}
        </Button>
      </div>
    </Dialog>
  )
}
