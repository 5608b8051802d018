import { Smile } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { chooseFace, FACES, LEAST_FACES, readFace } from '#shared/room/energy'
import type { ShownOf } from '#shared/room/round'
import { useSession, useSignal } from '../hooks'
import { EndRound } from '../rounds/EndRound'
import { RoundSheet } from '../rounds/RoundSheet'
import { useSealed } from '../rounds/useSealed'
import { FaceSign } from './FaceSign'
import './energy.css'

/** Five faces of which a person chooses one, or how many have for whoever leads the room. */
export function EnergySheet({ round, shown }: { round: string; shown: ShownOf<'energy'> }) {
  const { t } = useTranslation()
  const { replica, canWrite } = useSession()
  const isLeading = useSignal(replica.me)?.role === 'facilitator'
  const isWriter = useSignal(canWrite)
  const answered = t('energy.answered', { count: shown.answered })
  return (
    <RoundSheet
      icon={Smile}
      title={t('energy.title')}
      putAway={t('rounds.toWall')}
      pill={answered}
      foot={
        isLeading ? (
          <EndRound
            round={round}
            end={t('energy.end')}
            lost={t('energy.lost')}
            isReady={shown.answered >= LEAST_FACES}
          />
        ) : (
          <p className="field-note">{t('energy.sealed')}</p>
        )
      }
    >
      {!isLeading && isWriter && <Faces />}
      <p role="status">{answered}</p>
      {isLeading && shown.answered < LEAST_FACES && (
        <p className="field-note">{t('energy.fewer', { count: LEAST_FACES })}</p>
      )}
    </RoundSheet>
  )
}

function Faces() {
  const { t } = useTranslation()
  const doc = useSignal(useSession().replica.rounds.mine)
  const chosen = useSealed(doc, readFace, null)
  return (
    <fieldset className="faces-choice">
      <legend className="unseen">{t('energy.title')}</legend>
      {FACES.map((face) => (
        <label key={face} className="face-choice">
          <input
            type="radio"
            name="energy"
            checked={chosen === face}
            onChange={() => doc && chooseFace(doc, face)}
          />
          <span>
            <FaceSign face={face} size={40} />
            {t(`energy.faces.${face}`)}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
