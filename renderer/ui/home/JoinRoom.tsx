import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FailureCode } from '#shared/failure'
import type { OpenedBoard } from '#shared/ipc/contract'
import { linkTo, readPlace, signOf } from '#shared/sync/place'
import { tidyCode } from '../../platform/browser'
import type { Desktop } from '../../platform/platform'
import { fileNameOf } from '../damage/fileNameOf'
import { usePlatform } from '../hooks'
import { type About, AboutFields, CodeField } from '../join/JoinFields'
import { Button } from '../kit/Button'
import { Dialog } from '../kit/Dialog'
import { useNotices } from '../kit/notices'
import { useFaultInHand } from '../kit/useFaultInHand'
import { InTheWay } from './InTheWay'
import { RoomPlaceField } from './RoomPlaceField'
import { useNearby } from './useNearby'
import '../join/join.css'
import './joinRoom.css'

/** Failures that belong to one field; any other stands above the button. */
const OF_CODE: readonly FailureCode[] = ['wrongCode', 'tooManyTries']
const OF_ADDRESS: readonly FailureCode[] = ['notAnAddress', 'noRoomThere', 'noWayThere']

/** Asks where a room is and who comes, and comes into it. A link that was pasted has address and code in one. */
export function JoinRoom({
  desktop,
  onJoined,
  onClose,
}: {
  desktop: Desktop
  onJoined: (board: OpenedBoard) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { settings } = usePlatform()
  const notices = useNotices()
  const { rooms, isLong } = useNearby(desktop)
  const [typed, setTyped] = useState<string | null>(null)
  // The only room there is need not be chosen.
  const [only, ...more] = rooms
  const address = typed ?? (only && more.length === 0 ? linkTo(only.place, '') : '')
  const [code, setCode] = useState('')
  const [about, setAbout] = useState<About>(() => ({
    name: settings.get().name,
    side: 'resident',
    languages: [],
  }))
  const [busy, setBusy] = useState(false)
  const [failed, setFailure] = useState<FailureCode | null>(null)
  // A room may have shown up since.
  const failure = failed === 'notAnAddress' && readPlace(address) ? null : failed
  const [isCodeless, setCodeless] = useState(false)

  const takeAddress = (next: string) => {
    setTyped(next)
    setFailure(null)
    const inLink = tidyCode(readPlace(next)?.code ?? '')
    if (inLink !== '') setCode(inLink)
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    await join(false)
  }
  const join = async (takesAnyComputer: boolean) => {
    const tidy = tidyCode(code)
    if (!readPlace(address)) return setFailure('notAnAddress')
    if (tidy === '') return setCodeless(true)
    setBusy(true)
    setFailure(null)
    const joined = await desktop
      .joinRoom({ address, code: tidy, takesAnyComputer, ...about, name: about.name.trim() })
      .finally(() => setBusy(false))
    if (!joined.ok) return setFailure(joined.failure.code)
    const { apart, joined: at } = joined.value
    if (at && !readPlace(address)?.place.print)
      notices.say({ words: t('home.joinedSign', { sign: signOf(at.print) }) })
    if (apart !== undefined)
      notices.say({ words: t('home.joinedApart', { title: fileNameOf(apart).replace(/\.ground$/, '') }) })
    onJoined(joined.value)
  }
  const sentence = (codes: readonly FailureCode[]) =>
    failure && codes.includes(failure) ? t(`failures.${failure}`) : undefined
  const codeError = isCodeless ? t('join.codeNeeded') : sentence(OF_CODE)
  const form = useRef<HTMLFormElement>(null)
  useFaultInHand(form, sentence([...OF_ADDRESS, 'badName']) ?? codeError)
  const isElsewhere = failure !== null && ![...OF_CODE, ...OF_ADDRESS, 'badName'].includes(failure)

  return (
    <Dialog wide title={t('home.joinRoom')} onClose={onClose}>
      <form ref={form} className="join-form join-room" onSubmit={(event) => void submit(event)} noValidate>
        <RoomPlaceField
          rooms={rooms}
          isLong={isLong}
          address={address}
          error={sentence(OF_ADDRESS)}
          onAddress={takeAddress}
        />
        <CodeField
          className="join-room-code"
          error={codeError}
          value={code}
          onChange={(next) => {
            setCode(next)
            setCodeless(false)
          }}
        />
        <AboutFields about={about} isBadName={failure === 'badName'} onChange={setAbout} />
        {isElsewhere && (
          <InTheWay words={t(`failures.${failure}`)}>
            {failure === 'otherComputer' && (
              <Button disabled={busy} onClick={() => void join(true)}>
                {t('home.joinAllTheSame')}
              </Button>
            )}
          </InTheWay>
        )}
        <p className="join-room-kept">{t('home.joinKept')}</p>
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button tone="primary" submits disabled={busy}>
            {busy ? t('join.joining') : t('join.join')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
