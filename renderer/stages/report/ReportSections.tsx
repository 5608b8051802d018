import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { arrangeReport, writeRootText } from '#shared/board/actions/report'
import { SECTIONS, type SectionKind } from '#shared/report/reportModel'
import { useRootText, useSession, useSingleton } from '../../ui/hooks'
import { TextArea, TextField } from '../../ui/kit/Field'

/**
 * The report's title and summary, which sections it has, and whether it names people. Naming is no part of
 * the board: it holds for this window and this time, so that nobody can switch it on for someone else.
 */
export function ReportSections({
  canWrite,
  names,
}: {
  canWrite: boolean
  /** Null for whoever may not decide it. */
  names: { readonly shown: boolean; readonly show: (shown: boolean) => void } | null
}) {
  const { t } = useTranslation()
  const { writer } = useSession()
  const report = useSingleton('report')
  const meta = useSingleton('meta')
  const summary = useRootText('summary')
  const warning = useId()

  const show = (section: SectionKind, isShown: boolean) =>
    arrangeReport(writer, {
      without: isShown ? report.without.filter((other) => other !== section) : [...report.without, section],
    })

  return (
    <section className="report-block">
      <h2>{t('report.contents')}</h2>
      <TextField
        label={t('report.title')}
        value={report.title}
        placeholder={meta.title}
        disabled={!canWrite}
        maxLength={200}
        onChange={(event) => arrangeReport(writer, { title: event.target.value })}
      />
      <TextArea
        label={t('report.document.summary')}
        rows={6}
        value={summary}
        disabled={!canWrite}
        onChange={(event) => writeRootText(writer, 'summary', event.target.value)}
      />
      <fieldset className="report-sections">
        <legend>{t('report.sections')}</legend>
        {SECTIONS.filter((section) => section !== 'leftOut').map((section) => (
          <label key={section} className="report-tick">
            <input
              type="checkbox"
              checked={!report.without.includes(section)}
              disabled={!canWrite}
              onChange={(event) => show(section, event.target.checked)}
            />
            <span>{t(`report.document.${section}`)}</span>
          </label>
        ))}
      </fieldset>
      {names && (
        <>
          <label className="report-tick">
            <input
              type="checkbox"
              checked={names.shown}
              aria-describedby={warning}
              onChange={(event) => names.show(event.target.checked)}
            />
            <span>{t('report.showNames')}</span>
          </label>
          <p id={warning} className="field-note">
            {t('report.showNamesHint')}
          </p>
        </>
      )}
    </section>
  )
}
