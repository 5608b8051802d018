import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { deleteCards, putBackCards } from '#shared/board/actions/cards'
import { unlocked } from '../../board/members'
import { useSession } from '../hooks'
import { useNotices } from '../kit/notices'

/** Takes cards off the wall and offers to put them back; says so when all of them are locked. */
export function useDeleteCards(): (ids: Iterable<string>) => void {
  const { t } = useTranslation()
  const session = useSession()
  const notices = useNotices()
  return useCallback(
    (ids) => {
      const wanted = [...ids]
      const gone = unlocked(session, wanted)
      if (wanted.length > 0 && gone.length === 0) notices.say({ words: t('tools.isLocked') })
      if (gone.length === 0) return
      session.undo.mark()
      deleteCards(session.writer, gone)
      session.undo.mark()
      const deletion = session.undo.last()
      const putBack = () => {
        // Somebody who did more since would see that undone, and the cards still gone.
        if (session.undo.last() === deletion) session.undo.undo()
        else putBackCards(session.writer, gone)
      }
      notices.say({
        words: t('tools.deleted', { count: gone.length }),
        action: { label: t('tools.putBack'), run: putBack },
      })
    },
    [session, notices, t],
  )
}
