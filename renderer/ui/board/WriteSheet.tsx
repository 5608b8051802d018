import { Camera } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addInView } from '../../stages/wallCards'
import { useBringing } from '../bring/Bring'
import { useSession, useSignal } from '../hooks'
import { Button } from '../kit/Button'
import { TextArea } from '../kit/Field'

/** One big field on a phone: write a thought, put it on the wall, write the next. */
export function WriteSheet({
  text,
  onText: setText,
}: {
  /** What is half written: it outlasts a look at the wall. */
  text: string
  onText: (text: string) => void
}) {
  const { t } = useTranslation()
  const session = useSession()
  const mayWrite = useSignal(session.canWrite)
  const [said, setSaid] = useState('')
  const { photograph } = useBringing()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '' || !mayWrite) return
    addInView(session, { type: 'note', text: text.trim() })
    setText('')
    setSaid(t('board.putOnWallDone'))
  }
  return (
    <section className="sheet write-sheet" aria-label={t('board.write')}>
      <form onSubmit={submit}>
        <TextArea
          label={t('board.writeLabel')}
          value={text}
          autoFocus
          rows={5}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setSaid('')
          }}
        />
        <Button tone="primary" large submits disabled={text.trim() === '' || !mayWrite}>
          {t('board.putOnWall')}
        </Button>
        {mayWrite && (
          <Button icon={Camera} large className="write-photo" onClick={photograph}>
            {t('bring.photograph')}
          </Button>
        )}
        <p role="status" className="field-note">
          {mayWrite ? said : t('board.readOnly')}
        </p>
      </form>
    </section>
  )
}
