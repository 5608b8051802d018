import { Bookmark } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../kit/Button'
import { TextField } from '../kit/Field'

/** UTF-16 units */
export const LONGEST_NAME = 200

/** Gives the board as it is now a name, under which it is kept. */
export function KeepVersion({ onKeep }: { onKeep: (name: string) => Promise<boolean> }) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [isMissing, setMissing] = useState(false)
  const [isKeeping, setKeeping] = useState(false)

  const keep = async (event: SubmitEvent) => {
    event.preventDefault()
    const given = name.trim()
    setMissing(given === '')
    if (given === '' || isKeeping) return
    setKeeping(true)
    if (await onKeep(given)) setName('')
    setKeeping(false)
  }
  return (
    <form className="keep-version" onSubmit={(event) => void keep(event)} noValidate>
      <TextField
        label={t('versions.name')}
        hint={t('versions.nameHint')}
        error={isMissing ? t('versions.nameNeeded') : undefined}
        value={name}
        maxLength={LONGEST_NAME}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button submits tone="primary" icon={Bookmark}>
        {t('versions.keep')}
      </Button>
    </form>
  )
}
