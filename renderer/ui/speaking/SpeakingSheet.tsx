import { Hand, MicVocal, UserX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ShownOf } from '#shared/room/round'
import type { Speaker } from '#shared/room/speaking'
import { commandWith } from '../../board/commands/commands'
import { useSession, useSignal } from '../hooks'
import { Button, IconButton } from '../kit/Button'
import { Keys } from '../kit/Keys'
import { RoundSheet } from '../rounds/RoundSheet'
import { SideSign } from '../seating/SideSign'
import './speaking.css'

/** A talk under way: who has the floor, who waits, and one's own hand. */
export function SpeakingSheet({ round, shown }: { round: string; shown: ShownOf<'speaking'> }) {
  const { t } = useTranslation()
  const { replica, canWrite } = useSession()
  const { rounds } = replica
  const me = useSignal(replica.me)
  const isWriter = useSignal(canWrite)
  const isLeading = me?.role === 'facilitator'
  const { now, queue } = shown
  const nameOf = ({ name }: Speaker) => name || t('people.anonymous')
  const isMine = now?.person === me?.person && me !== null
  const place = queue.findIndex(({ person }) => person === me?.person) + 1
  const said = isMine
    ? t('speaking.yours')
    : place > 0
      ? t('speaking.place', { place })
      : now
        ? t('speaking.speaks', { name: nameOf(now) })
        : t('speaking.nobody')
  return (
    <RoundSheet
      icon={MicVocal}
      title={shown.question || t('speaking.title')}
      putAway={t('rounds.toWall')}
      pill={said}
      foot={
        <>
          {isLeading && (
            <Button
              tone="primary"
              disabled={queue.length === 0 && !now}
              onClick={() => rounds.order({ do: 'next', round })}
            >
              {queue.length === 0 && now ? t('speaking.finished') : t('speaking.next')}
            </Button>
          )}
          {isWriter && (
            <Button
              tone={isLeading ? 'plain' : 'primary'}
              large={!isLeading}
              icon={Hand}
              onClick={() => rounds.ask({ kind: 'speaking', asks: { do: place > 0 ? 'lower' : 'raise' } })}
            >
              {place > 0 ? t('speaking.lower') : t('speaking.raise')}
            </Button>
          )}
          {isLeading && (
            <Button tone="quiet" onClick={() => rounds.order({ do: 'end', round })}>
              {t('speaking.end')}
            </Button>
          )}
        </>
      }
    >
      <section className={isMine ? 'floor floor-mine' : 'floor'} aria-live="polite">
        <h3>{t('speaking.floor')}</h3>
        <p>{isMine ? t('speaking.yours') : now ? <bdi>{nameOf(now)}</bdi> : t('speaking.nobody')}</p>
      </section>
      <section className="queue" aria-labelledby="queue">
        <h3 id="queue">{t('speaking.queue')}</h3>
        {queue.length === 0 && <p className="field-note">{t('speaking.empty')}</p>}
        <ol>
          {queue.map((each, at) => (
            <li key={each.person} className="queue-person">
              <span className="queue-place">{at + 1}</span>
              <SideSign side={each.side} />
              <span className="queue-name">
                <bdi>{nameOf(each)}</bdi>
              </span>
              {isLeading && (
                <>
                  <IconButton
                    icon={MicVocal}
                    label={t('speaking.call', { name: nameOf(each) })}
                    onClick={() =>
                      rounds.ask({ kind: 'speaking', asks: { do: 'call', person: each.person } })
                    }
                  />
                  <IconButton
                    icon={UserX}
                    label={t('speaking.setAside', { name: nameOf(each) })}
                    onClick={() =>
                      rounds.ask({ kind: 'speaking', asks: { do: 'setAside', person: each.person } })
                    }
                  />
                </>
              )}
            </li>
          ))}
        </ol>
      </section>
      <p className="field-note">{t('speaking.fair')}</p>
      {isWriter && <HandKeys isLeading={isLeading} />}
    </RoundSheet>
  )
}

/** The keys of a talk, where there is a keyboard. */
function HandKeys({ isLeading }: { isLeading: boolean }) {
  const { t } = useTranslation()
  return (
    <dl className="hand-keys">
      {(isLeading ? (['nextSpeaker', 'raiseHand'] as const) : (['raiseHand'] as const)).map((id) => (
        <div key={id}>
          <dt>{t(`commands.${id}`)}</dt>
          <dd>
            <Keys keys={commandWith(id)?.keys?.[0] ?? ''} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
