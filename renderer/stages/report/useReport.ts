import i18next from 'i18next'
import { useEffect, useState } from 'react'
import { type ReportModel, reportModel, type StandIns } from '#shared/report/reportModel'
import { reportSource } from '#shared/report/source'
import type { Session } from '../../board/session'

/** ms between two makings of the pages: reading a whole board on each keystroke would be felt. */
const PAUSE = 200

/** The report of the board as it stands, with or without people's names, made again a moment after anything changes. */
export function useReport({ replica: { doc } }: Session, showNames: boolean): ReportModel {
  const [model, setModel] = useState(() => modelOf(doc, showNames))
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      // Never put off again: a room of forty is never quiet, and its pages would never change.
      waiting ??= setTimeout(() => {
        waiting = undefined
        setModel(modelOf(doc, showNames))
      }, PAUSE)
    }
    setModel(modelOf(doc, showNames))
    doc.on('update', later)
    return () => {
      doc.off('update', later)
      clearTimeout(waiting)
    }
  }, [doc, showNames])
  return model
}

/** The report of a board as it stands now. */
export function modelOf(doc: Session['replica']['doc'], showNames: boolean): ReportModel {
  const source = reportSource(doc)
  const t = i18next.getFixedT(source.meta.language)
  const standIns: StandIns = {
    resident: t('report.document.standIn.resident'),
    professional: t('report.document.standIn.professional'),
    politician: t('report.document.standIn.politician'),
    facilitator: t('report.document.standIn.facilitator'),
  }
  return reportModel(source, standIns, { showNames })
}
