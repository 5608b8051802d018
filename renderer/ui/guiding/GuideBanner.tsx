import { Eye } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { commandWith } from '../../board/commands/commands'
import { RoomNote } from '../board/RoomNote'
import { useSession, useSignal } from '../hooks'
import { Button } from '../kit/Button'
import { Icon } from '../kit/Icon'
import { BigScreenHint } from './BigScreenHint'
import './guiding.css'

/** Says who leads the view of this window, and lets the person at it look around; nothing while nobody leads. */
export function GuideBanner() {
  const { t } = useTranslation()
  const session = useSession()
  const { guided, replica } = session
  const as = useSignal(guided.as)
  const { guide, spotlight } = useSignal(replica.guidance)
  const name = useSignal(replica.people).find(({ peer }) => peer === guide)?.name ?? ''
  if (as === 'free') return null

  const run = (id: 'stopLeading' | 'endSpotlight') => commandWith(id)?.run(session)
  return (
    <RoomNote className="guide-banner">
      <Icon of={Eye} size={20} />
      <div className="guide-words">
        <p>{words()}</p>
        {as === 'guide' && spotlight === null && <BigScreenHint />}
      </div>
      {as === 'guide' && spotlight !== null && (
        <Button onClick={() => run('endSpotlight')}>{t('commands.endSpotlight')}</Button>
      )}
      {as === 'guide' && spotlight === null && (
        <Button onClick={() => run('stopLeading')}>{t('commands.stopLeading')}</Button>
      )}
      {(as === 'following' || as === 'away') && (
        <Button onClick={as === 'away' ? guided.follow : guided.lookAway}>
          {t(as === 'away' ? 'guide.follow' : 'guide.lookAway')}
        </Button>
      )}
      {as === 'called' && (
        <>
          <Button tone="primary" onClick={guided.follow}>
            {t('guide.goThere')}
          </Button>
          <Button onClick={guided.lookAway}>{t('guide.stay')}</Button>
        </>
      )}
    </RoomNote>
  )

  function words(): string {
    if (as === 'called') return name === '' ? t('guide.calledNameless') : t('guide.called', { name })
    if (spotlight !== null) return t('guide.spotlight')
    if (as === 'guide') return t('guide.leading')
    return name === '' ? t('guide.followingNameless') : t('guide.following', { name })
  }
}
