import { useTranslation } from 'react-i18next'
import type { Outcome } from '#shared/board/schema'
import { FACES } from '#shared/room/energy'
import { useRecords } from '../hooks'
import { FaceSign } from './FaceSign'
import './energy.css'

/** How many chose each face, at the start beside the end where both were asked. */
export function EnergyResult({ outcome, faceSize = 32 }: { outcome: Outcome; faceSize?: number }) {
  const { t } = useTranslation()
  const before = useRecords('outcomes')
    .filter(({ round, made }) => round === 'energyAtStart' && made.at <= outcome.made.at)
    .at(-1)
  const shown = outcome.round === 'energyAtEnd' && before ? [before, outcome] : [outcome]
  const countOf = ({ counts }: Outcome, at: number) => Math.max(0, counts[at] ?? 0)
  const highest = Math.max(1, ...shown.flatMap((each) => FACES.map((_, at) => countOf(each, at))))
  const momentOf = ({ round }: Outcome) => t(`energy.moments.${round === 'energyAtEnd' ? 'end' : 'start'}`)
  return (
    <table className="energy-result">
      <thead>
        <tr>
          <td />
          {shown.map((each) => (
            <th key={each.id} scope="col">
              {momentOf(each)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {FACES.map((face, at) => (
          <tr key={face}>
            <th scope="row">
              <span className="energy-face">
                <FaceSign face={face} size={faceSize} />
                {t(`energy.faces.${face}`)}
              </span>
            </th>
            {shown.map((each) => (
              <td key={each.id}>
                <span
                  className="energy-bar"
                  style={{ inlineSize: `${(countOf(each, at) / highest) * 70}%` }}
                />
                <span className="energy-count">{countOf(each, at)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
