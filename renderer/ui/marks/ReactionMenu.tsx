import { SmilePlus } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { stampCards } from '../../board/tools/stamp'
import { useSession } from '../hooks'
import { IconButton } from '../kit/Button'
import { Popover } from '../kit/Popover'
import { Reactions } from './Reactions'
import { SignChoice } from './SignChoice'

/** Answers the chosen cards with a sign, or puts a stamp on them. */
export function ReactionMenu({ cards }: { cards: readonly string[] }) {
  const { t } = useTranslation()
  const session = useSession()
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <IconButton
        ref={button}
        icon={SmilePlus}
        label={t('signs.react')}
        hint="above"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <Popover anchor={button} onClose={() => setOpen(false)}>
          <div className="sign-sheet">
            <h3>{t('signs.answerIt')}</h3>
            <Reactions cards={cards} />
            <h3>{t('signs.stampIt')}</h3>
            <SignChoice
              label={t('signs.stampIt')}
              chosen=""
              onChoose={(sign) => {
                stampCards(session, cards, sign)
                setOpen(false)
              }}
            />
          </div>
        </Popover>
      )}
    </>
  )
}
