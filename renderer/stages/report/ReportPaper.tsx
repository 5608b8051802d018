import i18next from 'i18next'
import { useEffect, useMemo, useRef } from 'react'
import { directionOf } from '#shared/language'
import type { ReportModel } from '#shared/report/reportModel'
import { reportBody } from '../../exporters/reportHtml'
import { REPORT_STYLE } from '../../exporters/reportStyle'

/**
 * The report as it will be read. It lives in a shadow root, so that it looks like the published file and
 * not like the app, and is made of escaped markup only.
 */
export function ReportPaper({ model, name }: { model: ReportModel; name: string }) {
  const host = useRef<HTMLDivElement>(null)
  const body = useMemo(() => reportBody(model, i18next.getFixedT(model.language), 'div'), [model])
  useEffect(() => {
    const element = host.current
    if (!element) return
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
    if (root.adoptedStyleSheets.length === 0) {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(REPORT_STYLE)
      root.adoptedStyleSheets = [sheet]
    }
    const page = document.createElement('div')
    page.className = 'report'
    page.lang = model.language
    page.dir = directionOf(model.language)
    page.innerHTML = body
    root.replaceChildren(page)
  }, [body, model.language])
  return <div ref={host} className="report-paper" role="document" aria-label={name} />
}
