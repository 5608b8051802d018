import { Check, CloudOff, Eye, Loader, TriangleAlert } from 'lucide-react'
import { useContext, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FailureCode } from '#shared/failure'
import { OpenedBoardContext, useSession, useSignal } from '../hooks'
import { Icon } from '../kit/Icon'

/** ms that saving may take before it is worth a word: the file is written four times a second. */
const WORTH_SAYING = 700

type State = 'saved' | 'saving' | 'failed' | 'offline' | 'connecting'
const ICONS = {
  saved: Check,
  saving: Loader,
  failed: TriangleAlert,
  offline: CloudOff,
  connecting: Loader,
} as const

/** Whether what is on the wall is in the file. Only trouble, and its end, is read aloud. */
export function SavingState({
  onPage,
}: {
  /** Over a page to read: only trouble is shown. */ onPage: boolean
}) {
  const { t } = useTranslation()
  const { replica, canWrite } = useSession()
  const isReadOnly = useSignal(replica.isReadOnly)
  const isLooking = Boolean(useContext(OpenedBoardContext)?.lookOnly)
  const connection = useSignal(replica.connection)
  const saving = useSignal(replica.saving)
  const isAway = useSignal(replica.isAway)
  const isWriter = useSignal(canWrite)
  const state: State =
    connection.state === 'connecting'
      ? 'connecting'
      : connection.state !== 'live' || (isAway && saving.state !== 'failed')
        ? 'offline'
        : saving.state
  const shown = useSettled(state)
  const words =
    state === 'failed' && saving.state === 'failed'
      ? t(notSaved(saving.code))
      : t(`board.${withWords(shown)}`)
  const isLookingForNow = isReadOnly && !isWriter && state !== 'offline' && state !== 'connecting'
  const hadTrouble = useHadTrouble(state)
  const aloud = state === 'failed' || state === 'offline' ? words : hadTrouble ? t('board.catchingUp') : ''

  return (
    <div className={`saving saving-${isLookingForNow ? 'looking' : shown}`}>
      {(isLookingForNow || !(onPage && (shown === 'saved' || shown === 'saving'))) && (
        <span aria-hidden="true" className="saving-words">
          <Icon of={isLookingForNow || (isLooking && shown === 'saved') ? Eye : ICONS[shown]} size={16} />
          {!isWriter && state !== 'offline' && state !== 'connecting'
            ? t(isReadOnly ? 'board.readOnly' : isLooking ? 'board.looking' : 'board.watching')
            : words}
        </span>
      )}
      <span className="unseen" role="status">
        {aloud}
      </span>
    </div>
  )
}

function withWords(state: State): 'saved' | 'saving' | 'notSaved' | 'offline' | 'connecting' {
  return state === 'failed' ? 'notSaved' : state
}

function notSaved(code: FailureCode) {
  if (code === 'diskFull') return 'board.notSavedDiskFull'
  if (code === 'readOnly' || code === 'noPermission') return 'board.notSavedReadOnly'
  if (code === 'missing') return 'board.notSavedGone'
  if (code === 'tooLarge') return 'board.notSentTooLarge'
  return 'board.notSaved'
}

/** Says `saving` only once it has lasted a while. */
function useSettled(state: State): State {
  const [settled, setSettled] = useState(state)
  useEffect(() => {
    if (state !== 'saving') {
      setSettled(state)
      return
    }
    const timer = setTimeout(() => setSettled(state), WORTH_SAYING)
    return () => clearTimeout(timer)
  }, [state])
  return settled
}

function useHadTrouble(state: State): boolean {
  const [had, setHad] = useState(false)
  useEffect(() => {
    if (state === 'failed' || state === 'offline') setHad(true)
  }, [state])
  return had
}
