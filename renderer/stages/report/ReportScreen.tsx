import i18next from 'i18next'
import { FileCode, FileText, Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { carriedLetters } from '../../canvas/carriedLetters'
import { reportHtml } from '../../exporters/reportHtml'
import { usePlatform, useSession, useSignal } from '../../ui/hooks'
import { Button } from '../../ui/kit/Button'
import { useNotices } from '../../ui/kit/notices'
import { ReportChecks } from './ReportChecks'
import { ReportPaper } from './ReportPaper'
import { ReportRecommendations } from './ReportRecommendations'
import { ReportSections } from './ReportSections'
import './report.css'
import { modelOf, useReport } from './useReport'

/** The last stage: the report as a reader gets it, what it leaves out, and the way out of the room. */
export function ReportScreen() {
  const { t } = useTranslation()
  const platform = usePlatform()
  const session = useSession()
  const notices = useNotices()
  const canWrite = useSignal(session.canWrite)
  const me = useSignal(session.replica.me)
  const [showNames, setShowNames] = useState(false)
  const names = me?.role === 'facilitator' ? { shown: showNames, show: setShowNames } : null
  const model = useReport(session, names !== null && showNames)
  const [busy, setBusy] = useState(false)

  // Made anew: consent withdrawn a moment ago must not be in a file that leaves the room.
  const html = (faces?: string) => {
    const now = modelOf(session.replica.doc, names !== null && showNames)
    return reportHtml(now, i18next.getFixedT(now.language), faces)
  }
  const page = async () => html(await carriedLetters(html()))
  const saveHtml = async () => {
    const saved = await platform.saveFile(
      `${model.title || t('report.untitled')}.html`,
      'html',
      new TextEncoder().encode(await page()),
    )
    // A copy that the app itself saved is noted by it.
    if (saved.ok && !platform.desktop) session.replica.noteExport({ kind: 'html', name: saved.value })
    if (saved.ok) notices.say({ words: t('report.saved', { file: saved.value }) })
    else notices.fail(saved.failure)
  }
  const savePdf = async () => {
    if (!platform.desktop) return
    setBusy(true)
    const saved = await platform.desktop.exportPdf(await page(), model.title || t('report.untitled'))
    setBusy(false)
    if (saved.ok) notices.say({ words: t('report.saved', { file: saved.value }) })
    else notices.fail(saved.failure)
  }

  const print = () => {
    session.replica.noteExport({ kind: 'print', name: model.title || t('report.untitled') })
    window.print()
  }

  return (
    <div className="report-screen">
      {/* The pages scroll, so the keyboard must be able to reach them. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section className="report-desk" aria-label={t('report.pages')} tabIndex={0}>
        <ReportPaper model={model} name={model.title || t('report.untitled')} />
      </section>
      <aside className="report-side" aria-label={t('report.editing')}>
        <div className="report-export">
          {platform.desktop ? (
            <Button tone="primary" icon={FileText} disabled={busy} onClick={savePdf}>
              {busy ? t('report.makingPdf') : t('report.exportPdf')}
            </Button>
          ) : (
            <Button tone="primary" icon={Printer} onClick={print}>
              {t('report.print')}
            </Button>
          )}
          <Button icon={FileCode} onClick={saveHtml}>
            {t('report.exportHtml')}
          </Button>
        </div>
        <ReportChecks model={model} />
        <ReportSections canWrite={canWrite} names={names} />
        <ReportRecommendations canWrite={canWrite} />
      </aside>
    </div>
  )
}
