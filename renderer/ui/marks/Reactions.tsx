import { useTranslation } from 'react-i18next'
import { toggleReaction } from '#shared/board/actions/reactions'
import { write } from '#shared/board/actions/writer'
import { REACTION_SIGNS, type Sign } from '#shared/cards/signs'
import { useRecords, useSession, useSignal } from '../hooks'
import { moveAmongSigns } from './SignChoice'
import { SignPicture } from './SignPicture'
import './marks.css'

/** What these cards can be answered with: how often each sign was given, and which of them this person gave. */
export function Reactions({ cards }: { cards: readonly string[] }) {
  const { t } = useTranslation()
  const { writer, undo, canWrite } = useSession()
  const isWriter = useSignal(canWrite)
  const given = useRecords('reactions').filter(({ card }) => card !== null && cards.includes(card))
  const toggle = (sign: Sign) => {
    undo.mark()
    write(writer, () => {
      for (const card of cards) toggleReaction(writer, card, sign)
    })
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys are a shorter way; the Tab key goes along it too.
    <div className="signs" onKeyDown={moveAmongSigns}>
      {REACTION_SIGNS.map((sign) => {
        const same = given.filter((reaction) => reaction.sign === sign)
        const count = same.length
        const name = t(`signs.${sign}`)
        return (
          <button
            key={sign}
            type="button"
            className="sign-button"
            aria-pressed={same.some(({ by }) => by === writer.person)}
            aria-label={count === 0 ? name : t('signs.given', { sign: name, count })}
            title={name}
            disabled={!isWriter}
            onClick={() => toggle(sign)}
          >
            <SignPicture sign={sign} />
            {count > 0 && <span className="sign-count">{count}</span>}
          </button>
        )
      })}
    </div>
  )
}
