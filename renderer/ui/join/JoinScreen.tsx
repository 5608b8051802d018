import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FailureCode } from '#shared/failure'
import type { Credential } from '#shared/sync/protocol'
import type { Replica } from '../../board/replica'
import { codeOfPage, hubOfPage } from '../../platform/browser'
import type { Connect, Way } from '../connect'
import { usePlatform } from '../hooks'
import { Button } from '../kit/Button'
import { Mark } from '../Mark'
import { SettingsMenu } from '../SettingsMenu'
import { JoinForm } from './JoinForm'
import { Unsent } from './Unsent'
import { useBlocked } from './useBlocked'
import { useJoining } from './useJoining'
import { forgetVisit, recallVisit, type Visit } from './visits'
import './join.css'

/** Why a person is at the door again, said above everything else. */
const IN_THE_NEWS: readonly FailureCode[] = ['roomClosed', 'doorClosed', 'removed', 'wordsRemoved']

/** A person with another code in their hand than last time may stand before another room. */
function comingBack({ token, code }: Visit, scanned: string): Credential {
  return { kind: 'token', token, ...(scanned === '' || scanned === code ? {} : { code: scanned }) }
}

/** Where a guest's browser begins: the way into the room. */
export function JoinScreen({
  connect,
  because,
  onJoined,
}: {
  connect: Connect
  /** Why the person is here again, when the room sent them out. */
  because: FailureCode | null
  onJoined: (way: Way, replica: Replica) => void
}) {
  const { t } = useTranslation()
  const platform = usePlatform()
  const joining = useJoining(connect, platform, onJoined)
  const isBlocked = useBlocked(joining.isWaiting)
  const [isSomeoneElse, setSomeoneElse] = useState(false)
  const scanned = codeOfPage(location.hash)
  const visit = isSomeoneElse ? null : recallVisit(platform)
  // Nobody comes back as a person whose words were taken away.
  const isNobody = because === 'wordsRemoved' || joining.failure === 'wordsRemoved'
  useEffect(() => {
    if (isNobody) forgetVisit(platform)
  }, [isNobody, platform])
  const failure = joining.failure ?? (joining.isBusy ? null : because)
  const isOldPage = failure === 'wrongProtocol'

  return (
    <div className="join">
      <header className="join-head">
        <Mark size={32} />
        <strong>{t('app.name')}</strong>
        <SettingsMenu />
      </header>
      <main className="join-page">
        <h1>{t('join.title')}</h1>
        <p className="join-lead">{t('join.lead')}</p>
        {failure && (IN_THE_NEWS.includes(failure) || isOldPage) ? (
          <div className="join-news" role="alert">
            <p>{t(`failures.${failure}`)}</p>
            {isOldPage && (
              <Button tone="primary" onClick={() => location.reload()}>
                {t('join.reload')}
              </Button>
            )}
          </div>
        ) : null}
        {visit && !isOldPage && !isNobody ? (
          <div className="join-visit">
            <p>{visit.name === '' ? t('join.rememberedAnonymous') : t('join.remembered', visit)}</p>
            <Button
              // Before they have spoken to the facilitator it leads nowhere.
              tone={failure === 'removed' ? 'plain' : 'primary'}
              large
              disabled={joining.isBusy}
              onClick={() =>
                joining.join({ url: hubOfPage(location), credential: comingBack(visit, scanned) }, visit, {
                  code: scanned || visit.code,
                  keeps: visit.keeps,
                })
              }
            >
              {joining.isBusy ? t('join.joining') : t('join.comeBack')}
            </Button>
            <Button
              tone="quiet"
              onClick={() => {
                forgetVisit(platform)
                setSomeoneElse(true)
              }}
            >
              {t('join.someoneElse')}
            </Button>
          </div>
        ) : (
          !isOldPage && (
            <JoinForm
              failure={failure === 'wordsRemoved' ? null : failure}
              busy={joining.isBusy}
              onJoin={(code, greeting, keeps) =>
                joining.join({ url: hubOfPage(location), credential: { kind: 'code', code } }, greeting, {
                  code,
                  keeps,
                })
              }
            />
          )
        )}
        <Unsent />
        <p className="join-waiting" role="status">
          {joining.isWaiting ? t(isBlocked ? 'join.blocked' : 'join.noAnswer') : ''}
        </p>
        <p className="join-plain">{t('join.plain')}</p>
      </main>
    </div>
  )
}
