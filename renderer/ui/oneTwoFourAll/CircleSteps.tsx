import { useTranslation } from 'react-i18next'
import { CIRCLES, type Circle } from '#shared/room/oneTwoFourAll'
import './oneTwoFourAll.css'

/** The four steps, the present one marked. */
export function CircleSteps({ circle }: { circle: Circle }) {
  const { t } = useTranslation()
  return (
    <ol className="circle-steps">
      {CIRCLES.map((each) => (
        <li key={each} aria-current={each === circle ? 'step' : undefined}>
          {t(`circles.steps.${each}`)}
        </li>
      ))}
    </ol>
  )
}
