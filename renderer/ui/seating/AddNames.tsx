import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { putPerson } from '#shared/board/actions/people'
import { write } from '#shared/board/actions/writer'
import { SIDES, type Side } from '#shared/board/vocabulary'
import { newId } from '#shared/id'
import { cleanName } from '#shared/sync/name'
import { useSession } from '../hooks'
import { SpokenLanguages } from '../join/SpokenLanguages'
import { Button } from '../kit/Button'
import { Choice, TextArea } from '../kit/Field'

/** A room has seats for fewer. */
const MOST = 200

/** Puts people who have no device on the board, from names typed or pasted line by line. */
export function AddNames({ onAdded }: { onAdded: (people: readonly string[]) => void }) {
  const { t } = useTranslation()
  const { writer, undo } = useSession()
  const [typed, setTyped] = useState('')
  const [side, setSide] = useState<Side>('resident')
  const [languages, setLanguages] = useState<readonly string[]>([])
  const [wrong, setWrong] = useState<string | null>(null)

  const add = () => {
    const lines = typed.split(/\r?\n/u).filter((line) => line.trim() !== '')
    const bad = lines.find((line) => !cleanName(line).ok)
    if (bad !== undefined) return setWrong(t('seating.badName', { name: bad.trim().slice(0, 80) }))
    if (lines.length > MOST) return setWrong(t('seating.tooMany', { count: MOST }))
    undo.mark()
    const ids = write(writer, () =>
      lines.flatMap((line) => {
        const name = cleanName(line)
        if (!name.ok) return []
        const id = newId()
        putPerson(writer, id, { name: name.value, side, languages })
        return [id]
      }),
    )
    setTyped('')
    onAdded(ids)
  }
  return (
    <details className="fold seating-add">
      <summary>{t('seating.addTitle')}</summary>
      <div className="seating-add-form">
        <TextArea
          label={t('seating.names')}
          hint={t('seating.namesHint')}
          error={wrong ?? undefined}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setWrong(null)
          }}
        />
        <Choice
          legend={t('seating.as')}
          options={SIDES.map((value) => ({ value, label: t(`sides.${value}`) }))}
          value={side}
          onChoose={setSide}
        />
        <SpokenLanguages label={t('seating.languages')} chosen={languages} onChoose={setLanguages} />
        <Button icon={UserPlus} disabled={typed.trim() === ''} onClick={add}>
          {t('seating.add')}
        </Button>
      </div>
    </details>
  )
}
