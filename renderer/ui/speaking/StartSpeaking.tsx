import { Hand } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RoundMinutes } from '../rounds/RoundMinutes'
import { StartRound } from '../rounds/StartRound'

const MINUTE = 60_000

/** Begins a talk in which people raise their hands. */
export function StartSpeaking() {
  const { t } = useTranslation()
  const [minutes, setMinutes] = useState(0)
  return (
    <StartRound
      icon={Hand}
      title={t('speaking.start')}
      lead={t('speaking.lead')}
      label={t('speaking.about')}
      begin={t('speaking.begin')}
      settings={(question) => ({
        kind: 'speaking',
        ms: minutes === 0 ? null : minutes * MINUTE,
        question,
      })}
    >
      <RoundMinutes minutes={minutes} onChoose={setMinutes} />
    </StartRound>
  )
}
