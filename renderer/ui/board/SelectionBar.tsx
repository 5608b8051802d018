import {
  Frame,
  Info,
  Lightbulb,
  LockOpen,
  MessageCircleQuestion,
  Spline,
  SquarePen,
  Trash2,
  Vote,
} from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { tintCards } from '#shared/board/actions/cards'
import { followingKind } from '#shared/board/actions/themes'
import { toggleVote } from '#shared/board/actions/votes'
import { kindOf } from '#shared/cards/kinds'
import { isClusterable } from '#shared/clustering/home'
import { CommandButton } from '../commands/CommandButton'
import { useRecords, useSelectedCards, useSession, useSignal } from '../hooks'
import { IconButton } from '../kit/Button'
import { commonOf } from '../marks/commonOf'
import { LineMenu } from '../marks/LineMenu'
import { ReactionMenu } from '../marks/ReactionMenu'
import { ShapeMenu } from '../marks/ShapeMenu'
import { ArrangeMenu } from './ArrangeMenu'
import { addFollowing } from './addFollowing'
import { ThemeMaker } from './ThemeMaker'
import { TintMenu } from './TintMenu'
import { useDeleteCards } from './useDeleteCards'
import { usePlaceBeside } from './usePlaceBeside'
import './selectionBar.css'

/** What can be done with the selected cards, floating beside them. */
export function SelectionBar({ onDetails }: { onDetails: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const canWrite = useSignal(session.canWrite)
  const editing = useSignal(session.editing)
  const ids = useSignal(session.selection.ids)
  const cards = useSelectedCards()
  const votes = useRecords('votes')
  const isSilent = useSignal(session.isSilent)
  const deleteCards = useDeleteCards()
  const bar = useRef<HTMLDivElement>(null)
  // While a hand moves or draws around cards, the bar would come and go under it.
  const isMoving = useSignal(session.preview.lifts).size > 0
  const isLooping = useSignal(session.preview.loops).size > 0
  const isBoxing = useSignal(session.preview.band) !== null
  const isShown = canWrite && editing === null && !(isMoving || isLooping || isBoxing) && cards.length > 0
  usePlaceBeside(bar, isShown)
  if (!isShown) return null

  const free = cards.filter(({ locked }) => !locked)
  const only = cards.length === 1 ? cards[0] : undefined
  const next = only && followingKind(only.type)
  const groupable = free.filter(({ type }) => isClusterable(type))
  const answerable = cards.filter(({ type }) => !kindOf(type).isMark).map(({ id }) => id)
  const me = session.replica.me.get()?.person
  const hasVoted = only !== undefined && votes.some(({ card, by }) => card === only.id && by === me)

  return (
    <div ref={bar} className="selection-bar" role="toolbar" aria-label={t('tools.selection')}>
      {free.length > 0 && (
        <>
          <TintMenu
            tint={commonOf(free, ({ tint }) => tint)}
            onChoose={(tint) =>
              tintCards(
                session.writer,
                free.map(({ id }) => id),
                tint,
              )
            }
          />
          {free.every(({ type }) => type === 'shape') && <ShapeMenu cards={free} />}
          {free.every(({ type }) => type === 'connector') && <LineMenu cards={free} />}
          <ArrangeMenu />
        </>
      )}
      {free.length < cards.length && <CommandButton id="unlock" icon={LockOpen} hint="above" />}
      {groupable.length === 2 && cards.length === 2 && (
        <CommandButton id="connect" icon={Spline} hint="above" />
      )}
      {groupable.length > 1 && <CommandButton id="frameAround" icon={Frame} hint="above" />}
      {groupable.length > 0 && <ThemeMaker cards={groupable.map(({ id }) => id)} />}
      {only && next && (
        <IconButton
          icon={next === 'howMightWe' ? MessageCircleQuestion : next === 'idea' ? Lightbulb : SquarePen}
          label={t(`tools.${next}`)}
          hint="above"
          onClick={() => addFollowing(session, only, next)}
        />
      )}
      {only && !isSilent && !kindOf(only.type).isMark && (
        <IconButton
          icon={Vote}
          label={hasVoted ? t('tools.voteTake') : t('tools.vote')}
          pressed={hasVoted}
          hint="above"
          onClick={() => toggleVote(session.writer, only.id)}
        />
      )}
      {answerable.length > 0 && !isSilent && <ReactionMenu cards={answerable} />}
      <IconButton icon={Info} label={t('tools.details')} hint="above" onClick={onDetails} />
      {free.length > 0 && (
        <IconButton
          icon={Trash2}
          label={t('tools.delete')}
          shortcut="Delete"
          hint="above"
          onClick={() => deleteCards(ids)}
        />
      )}
    </div>
  )
}
