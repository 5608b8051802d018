import { Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerObservation, observe } from '#shared/board/actions/scripts'
import { remove } from '#shared/board/actions/writer'
import type { Observation } from '#shared/board/schema'
import { useRecords, useSession } from '../../ui/hooks'
import { Button, IconButton } from '../../ui/kit/Button'
import { Choice, TextArea, TextField } from '../../ui/kit/Field'
import type { Run } from './useRun'
import type { WholeScript } from './useScript'

const KINDS = ['problem', 'insight', 'idea', 'question'] as const

/** What the room saw while the scene played, and what was changed after it. */
export function Observations({ whole, run, canWrite }: { whole: WholeScript; run: Run; canWrite: boolean }) {
  const { t } = useTranslation()
  const { writer, undo } = useSession()
  const observations = useRecords('observations').filter(({ script }) => script === whole.script.id)
  const [kind, setKind] = useState<Observation['kind']>('problem')
  const [text, setText] = useState('')

  const note = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    undo.mark()
    const line = run.isRunning ? (run.place.present?.id ?? null) : null
    observe(writer, { script: whole.script.id, line, kind, text: text.trim() })
    setText('')
  }

  return (
    <aside className="observations" aria-label={t('rehearse.observations')}>
      <h2>{t('rehearse.observations')}</h2>
      {canWrite && (
        <form className="observation-new" onSubmit={note}>
          <Choice
            legend={t('rehearse.kind')}
            options={KINDS.map((value) => ({ value, label: t(`report.document.finding.${value}`) }))}
            value={kind}
            onChoose={setKind}
          />
          <TextArea
            label={t('rehearse.saw')}
            rows={3}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Button submits disabled={text.trim() === ''}>
            {run.isRunning ? t('rehearse.noteAt', { number: run.place.at + 1 }) : t('rehearse.note')}
          </Button>
        </form>
      )}
      {observations.length === 0 && <p className="field-note">{t('rehearse.noObservations')}</p>}
      <ul className="observation-list">
        {observations.map((observation) => {
          const at = whole.lines.findIndex(({ id }) => id === observation.line)
          return (
            <li key={observation.id}>
              <div className="observation-head">
                <span className="observation-kind">{t(`report.document.finding.${observation.kind}`)}</span>
                {at >= 0 && <span className="field-note">{t('rehearse.atLine', { number: at + 1 })}</span>}
                {canWrite && (
                  <IconButton
                    icon={Trash2}
                    label={t('rehearse.removeObservation', { text: observation.text.slice(0, 60) })}
                    onClick={() => {
                      undo.mark()
                      remove(writer, 'observations', [observation.id])
                    }}
                  />
                )}
              </div>
              <p dir="auto">{observation.text}</p>
              <TextField
                label={t('rehearse.change')}
                disabled={!canWrite}
                value={observation.change}
                onChange={(event) => answerObservation(writer, observation.id, event.target.value)}
              />
            </li>
          )
        })}
      </ul>
    </aside>
  )
}
