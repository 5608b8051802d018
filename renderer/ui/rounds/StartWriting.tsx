import { EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MINUTE } from './minutes'
import { RoundMinutes } from './RoundMinutes'
import { StartRound } from './StartRound'

/** Begins silent writing: a question, and how long. */
export function StartWriting() {
  const { t } = useTranslation()
  const [minutes, setMinutes] = useState(5)
  return (
    <StartRound
      icon={EyeOff}
      title={t('writing.title')}
      lead={t('writing.lead')}
      label={t('writing.question')}
      begin={t('writing.begin')}
      settings={(question) => ({
        kind: 'writing',
        ms: minutes === 0 ? null : minutes * MINUTE,
        question,
      })}
    >
      <RoundMinutes minutes={minutes} onChoose={setMinutes} />
    </StartRound>
  )
}
