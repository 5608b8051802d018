import { MessageCircleOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { isSilentSort } from '../../board/silence'
import { RoomNote } from '../board/RoomNote'
import { useSession, useSignal } from '../hooks'
import { Button } from '../kit/Button'
import { Icon } from '../kit/Icon'
import './silence.css'

/** Says over the wall that the room sorts in silence and how; whoever leads the room can end it. */
export function SilenceBanner({ onProjector = false }: { onProjector?: boolean }) {
  const { t } = useTranslation()
  const { isSilent, replica } = useSession()
  const isOn = useSignal(isSilent)
  const round = useSignal(replica.rounds.running)
  const isLeading = useSignal(replica.me)?.role === 'facilitator'
  if (!isOn || !round || !isSilentSort(round)) return null
  return (
    <RoomNote className={onProjector ? 'silence silence-projected' : 'silence'}>
      <Icon of={MessageCircleOff} size={onProjector ? 32 : 20} />
      <p>
        <strong>{t('sort.title')}</strong> {t('sort.how')}
      </p>
      {isLeading && !onProjector && (
        <Button onClick={() => replica.rounds.order({ do: 'end', round: round.id })}>{t('sort.end')}</Button>
      )}
    </RoomNote>
  )
}
