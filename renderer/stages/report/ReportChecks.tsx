import { CircleCheck, EyeOff, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Check, ReportModel } from '#shared/report/reportModel'
import { Icon } from '../../ui/kit/Icon'

/** What an editor should look at before publishing: what is missing, and what is left out and why. */
export function ReportChecks({ model }: { model: ReportModel }) {
  const { t } = useTranslation()
  const place = (record: string | null) =>
    model.recommendations.findIndex((recommendation) => recommendation.id === record) + 1
  const words = ({ code, record }: Check) => t(`report.check.${code}`, { number: place(record) })
  return (
    <section className="report-block">
      <h2>{t('report.checks')}</h2>
      <ul className="report-checks">
        {model.checks.map((check) => (
          <li key={`${check.code}${check.record ?? ''}`} className="report-missing">
            <Icon of={TriangleAlert} size={18} />
            <span>{words(check)}</span>
          </li>
        ))}
        {model.checks.length === 0 && (
          <li className="report-ready">
            <Icon of={CircleCheck} size={18} />
            <span>{t('report.ready')}</span>
          </li>
        )}
        <li className={model.leftOut.quotes === 0 ? 'report-ready' : undefined}>
          <Icon of={model.leftOut.quotes === 0 ? CircleCheck : EyeOff} size={18} />
          <span>{t('report.document.leftOutQuotes', { count: model.leftOut.quotes })}</span>
        </li>
        <li className={model.leftOut.names === 0 ? 'report-ready' : undefined}>
          <Icon of={model.leftOut.names === 0 ? CircleCheck : EyeOff} size={18} />
          <span>{t('report.document.leftOutNames', { count: model.leftOut.names })}</span>
        </li>
      </ul>
    </section>
  )
}
