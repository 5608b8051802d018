import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Point } from '#shared/cards/box'
import type { FailureCode } from '#shared/failure'
import { placePictures } from '../../board/clipboard/placePictures'
import { usePresentSession } from '../hooks'
import { useNotices } from '../kit/notices'
import { bringPictures } from './bringPictures'

/** Pictures that are brought at once: more is a folder dropped by mistake. */
const MOST_AT_ONCE = 60

/** Puts pictures on the wall around a world point and says what became of them; resolves to their cards. */
export type BringPictures = (files: readonly Blob[], at: Point) => Promise<readonly string[]>

export function useBringPictures(): BringPictures {
  const { t } = useTranslation()
  const presentSession = usePresentSession()
  const notices = useNotices()
  return useCallback(
    async (files, at) => {
      if (files.length > MOST_AT_ONCE) {
        notices.say({
          words: t('bring.tooMany', { count: files.length, most: MOST_AT_ONCE }),
          tone: 'failure',
        })
        return []
      }
      const putAway = notices.say({ words: t('bring.coming', { count: files.length }) })
      const results = await bringPictures(presentSession().replica.pictures, files)
      putAway()
      const failures = new Map<FailureCode, number>()
      for (const result of results) {
        if (!result.ok) failures.set(result.failure.code, (failures.get(result.failure.code) ?? 0) + 1)
      }
      for (const [code, count] of failures) {
        if (files.length === 1) notices.fail({ code })
        else {
          const words = t('bring.notBrought', { count, whole: files.length, why: t(`failures.${code}`) })
          notices.say({ words, tone: 'failure' })
        }
      }
      const kept = results.flatMap((result) => (result.ok ? [result.value] : []))
      const session = presentSession()
      // Whoever may not write any more has been told so by the failures.
      return session.canWrite.get() ? placePictures(session, kept, at) : []
    },
    [presentSession, notices, t],
  )
}
