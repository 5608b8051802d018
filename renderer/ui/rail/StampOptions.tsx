import { useTranslation } from 'react-i18next'
import { useSession, useSignal } from '../hooks'
import { SignChoice } from '../marks/SignChoice'
import type { RailOptionsProps } from './railTools'

/** Which sign the stamp puts down. */
export function StampOptions({ onDone }: RailOptionsProps) {
  const { t } = useTranslation()
  const { tools } = useSession()
  const options = useSignal(tools.options)
  return (
    <SignChoice
      label={t('signs.choose')}
      chosen={options.stamp}
      onChoose={(stamp) => {
        tools.options.set({ ...options, stamp })
        onDone()
      }}
    />
  )
}
