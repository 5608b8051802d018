import { UsersRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { CIRCLES } from '#shared/room/oneTwoFourAll'
import type { ShownOf } from '#shared/room/round'
import { useSession, useSignal } from '../hooks'
import { Button } from '../kit/Button'
import { EndRound } from '../rounds/EndRound'
import { RoundSheet } from '../rounds/RoundSheet'
import { SideSign } from '../seating/SideSign'
import { CircleSteps } from './CircleSteps'
import { KeptIdea } from './KeptIdea'
import './oneTwoFourAll.css'

/** 1-2-4-All under way: the step, one's pair or four by name, and the four's idea. */
export function OneTwoFourAllSheet({ round, shown }: { round: string; shown: ShownOf<'oneTwoFourAll'> }) {
  const { t } = useTranslation()
  const session = useSession()
  const { replica, camera, canWrite } = session
  const { rounds } = replica
  const isLeading = useSignal(replica.me)?.role === 'facilitator'
  const isWriter = useSignal(canWrite)
  const idea = useSignal(rounds.mine)
  const { circle, mates, fours, kept } = shown
  const step = t(`circles.steps.${circle}`)
  const following = CIRCLES[CIRCLES.indexOf(circle) + 1]
  const end = (
    <EndRound
      round={round}
      end={t('circles.end')}
      lost={t('circles.lost')}
      isLast={following === undefined}
      at={() => {
        const { x, y } = camera.view.get()
        return [x, y]
      }}
    />
  )
  return (
    <RoundSheet
      icon={UsersRound}
      title={shown.question || t('circles.title')}
      putAway={t('rounds.toWall')}
      pill={step}
      foot={
        isLeading && (
          <>
            {following && (
              <Button tone="primary" onClick={() => rounds.order({ do: 'next', round })}>
                {t('circles.next', { step: t(`circles.steps.${following}`) })}
              </Button>
            )}
            {end}
          </>
        )
      }
    >
      <CircleSteps circle={circle} />
      <p className="circle-how" role="status">
        {t(`circles.how.${circle}`)}
      </p>
      {mates && mates.length > 0 && (
        <section className="circle-mates" aria-labelledby="circle-mates">
          <h3 id="circle-mates">{t(circle === 'pairs' ? 'circles.yourPair' : 'circles.yourFour')}</h3>
          <ul>
            {mates.map(({ person, name, side }) => (
              <li key={person}>
                <SideSign side={side} />
                <bdi>{name || t('people.anonymous')}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
      {!isLeading && isWriter && circle !== 'alone' && !mates && (
        <div className="circle-late">
          <p>{t('circles.late')}</p>
          <Button tone="primary" onClick={() => rounds.ask({ kind: 'oneTwoFourAll', asks: { do: 'join' } })}>
            {t('circles.join')}
          </Button>
        </div>
      )}
      {isWriter && mates && idea && <KeptIdea key={idea.clientID} doc={idea} />}
      {(circle === 'all' || (isLeading && circle === 'fours')) && fours > 0 && (
        <p className="field-note">{t('circles.kept', { kept, of: fours })}</p>
      )}
    </RoundSheet>
  )
}
