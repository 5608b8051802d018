import { useTranslation } from 'react-i18next'
import { Button } from '../kit/Button'
import { SampleWall } from './SampleWall'

/** The finished workshop that ships with the app, and what one will see in it. */
export function SampleCard({
  first,
  busy,
  onOpen,
}: {
  /** Nothing else is here yet. */
  first: boolean
  busy: boolean
  onOpen: () => void
}) {
  const { t } = useTranslation()
  return (
    <section className={first ? 'sample sample-first' : 'sample'} aria-labelledby="sample-heading">
      <SampleWall />
      <div className="sample-words">
        <p className="sample-kind">{first ? t('home.firstRun') : t('home.sample')}</p>
        <h2 id="sample-heading">{t('home.sampleTitle')}</h2>
        <ul className="sample-list">
          <li>{t('home.sampleStories')}</li>
          <li>{t('home.sampleInsights')}</li>
          <li>{t('home.samplePrototypes')}</li>
          <li>{t('home.sampleScript')}</li>
          <li>{t('home.sampleReport')}</li>
        </ul>
        <Button tone={first ? 'primary' : 'plain'} disabled={busy} onClick={onOpen}>
          {busy ? t('home.opening') : t('home.openSample')}
        </Button>
      </div>
    </section>
  )
}
