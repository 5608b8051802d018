import { FolderSearch } from 'lucide-react'
import { type FormEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DamageReport } from '#shared/damageReport'
import { damageSentences } from '#shared/damageSentences'
import type { FailureCode, Result } from '#shared/failure'
import type { OpenedBoard } from '#shared/ipc/contract'
import type { Desktop } from '../../platform/platform'
import { Button } from '../kit/Button'
import { Dialog } from '../kit/Dialog'
import { useNotices } from '../kit/notices'
import { localeOf } from '../language'
import { PassphraseField } from '../passphrase/PassphraseField'
import { apart, fileNameOf } from './fileNameOf'
import './damage.css'

/** Says what of a damaged board can be read and what is lost, and opens what can be read. */
export function DamagedBoard({
  desktop,
  path,
  code,
  typed,
  onOpened,
  onClose,
}: {
  desktop: Desktop
  path: string
  code: FailureCode
  /** The passphrase, when the board was to be opened with one. */
  typed: string | undefined
  onOpened: (board: OpenedBoard) => void
  onClose: () => void
}) {
  const { t, i18n } = useTranslation()
  const nameOf = (file: string) => apart(fileNameOf(file), i18n.dir())
  const notices = useNotices()
  const [passphrase, setPassphrase] = useState(typed)
  const [found, setFound] = useState<Result<DamageReport> | null>(null)
  const [busy, setBusy] = useState(false)

  const look = useCallback(
    (words: string | undefined) => {
      setFound(null)
      void desktop.inspectDamage(path, words).then(setFound)
    },
    [desktop, path],
  )
  useEffect(() => look(typed), [look, typed])

  const isReadable = found?.ok === true
  const opening = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    if (isReadable) opening.current?.focus()
  }, [isReadable])

  const open = async () => {
    setBusy(true)
    const repaired = await desktop.repairBoard(path, passphrase).finally(() => setBusy(false))
    if (!repaired.ok) return setFound(repaired)
    const { board, damaged } = repaired.value
    notices.say({
      words: t('damage.opened', { name: nameOf(damaged) }),
      action: { label: t('damage.showInFolder'), run: () => void desktop.revealBoard(damaged) },
    })
    onOpened(board)
  }

  const asksPassphrase = found?.ok === false && SEALED.includes(found.failure.code)
  return (
    <Dialog title={t('damage.title', { name: nameOf(path) })} onClose={onClose}>
      <p>{t(`failures.${code}`)}</p>
      {asksPassphrase ? (
        <Passphrase
          isWrong={found.failure.code === 'wrongPassphrase'}
          onSay={(words) => {
            setPassphrase(words)
            look(words)
          }}
        />
      ) : (
        <div className="damage-found" role="status" aria-busy={found === null}>
          <Found found={found} />
          {busy && <p>{t('damage.repairing')}</p>}
        </div>
      )}
      <div className="dialog-foot">
        <Button icon={FolderSearch} onClick={() => void desktop.revealBoard(path)}>
          {t('damage.showInFolder')}
        </Button>
        {!asksPassphrase && found?.ok !== false && (
          <Button ref={opening} tone="primary" disabled={!isReadable || busy} onClick={() => void open()}>
            {t('damage.open')}
          </Button>
        )}
      </div>
    </Dialog>
  )
}

const SEALED: readonly FailureCode[] = ['needsPassphrase', 'wrongPassphrase']

function Found({ found }: { found: Result<DamageReport> | null }) {
  const { t, i18n } = useTranslation()
  if (found === null) return <p>{t('damage.looking')}</p>
  if (!found.ok) {
    const { code } = found.failure
    return <p>{code === 'corrupt' ? t('damage.nothing') : t(`failures.${code}`)}</p>
  }
  const [readable, ...lost] = damageSentences(found.value).map(({ key, count = 0, until }) =>
    t(`damage.${key}`, { count, time: until === undefined ? '' : timeOf(until, i18n.language) }),
  )
  return (
    <>
      <p>
        <strong>{readable}</strong>
      </p>
      <p>{lost.join(' ')}</p>
    </>
  )
}

function Passphrase({ isWrong, onSay }: { isWrong: boolean; onSay: (words: string) => void }) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const [isShown, setShown] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), [])
  const say = (event: FormEvent) => {
    event.preventDefault()
    if (words !== '') onSay(words)
  }
  return (
    <form ref={form} className="damage-passphrase" onSubmit={say}>
      <PassphraseField
        label={t('damage.passphrase')}
        error={isWrong ? t('passphrase.wrong') : undefined}
        value={words}
        onType={setWords}
        isShown={isShown}
        onShow={setShown}
      />
      <Button tone="primary" submits>
        {t('damage.look')}
      </Button>
    </form>
  )
}

/** The time of day, with the date when that is not today. */
function timeOf(moment: number, language: string): string {
  const isToday = new Date(moment).toDateString() === new Date().toDateString()
  return new Date(moment).toLocaleString(localeOf(language), {
    timeStyle: 'short',
    ...(isToday ? {} : ({ dateStyle: 'medium' } as const)),
  })
}
