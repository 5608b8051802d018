import { useTranslation } from 'react-i18next'
import { describeBoard, writeRootText } from '#shared/board/actions/report'
import { useRootText, useSession, useSignal, useSingleton } from '../../ui/hooks'
import { TextField } from '../../ui/kit/Field'
import { Writing } from '../../ui/panels/Writing'
import '../stages.css'
import './purpose.css'

/** What the room has come together for, in one sentence that everything else is held against. */
export function PurposePanel() {
  const { t } = useTranslation()
  const { writer, canWrite: writable, undo } = useSession()
  const canWrite = useSignal(writable)
  const purpose = useRootText('purpose')
  const { place, date } = useSingleton('meta')
  return (
    <section className="stage-panel" aria-label={t('stages.purpose')}>
      <h2>{t('purpose.title')}</h2>
      <p>{t('purpose.lead')}</p>
      <div className="purpose-sentence">
        <Writing
          label={t('purpose.sentence')}
          text={purpose}
          canWrite={canWrite}
          onWrite={(words) => {
            undo.mark()
            writeRootText(writer, 'purpose', words.trim())
          }}
        />
      </div>
      <p className="stage-hint">{t('purpose.hint')}</p>
      {canWrite && (
        <div className="stage-form">
          <TextField
            label={t('purpose.place')}
            value={place}
            maxLength={200}
            onChange={(event) => describeBoard(writer, { place: event.currentTarget.value })}
            onKeyDown={(event) => event.stopPropagation()}
          />
          <TextField
            label={t('purpose.date')}
            type="date"
            value={date}
            onChange={(event) => describeBoard(writer, { date: event.currentTarget.value })}
            onKeyDown={(event) => event.stopPropagation()}
          />
        </div>
      )}
    </section>
  )
}
