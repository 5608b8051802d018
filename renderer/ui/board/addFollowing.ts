import { addCard } from '#shared/board/actions/cards'
import { addStoryboard } from '#shared/board/actions/prototypes'
import type { followingKind } from '#shared/board/actions/themes'
import type { Card } from '#shared/board/schema'
import { freePlace } from '#shared/clustering/freePlace'
import type { Session } from '../../board/session'
import { showCard } from '../../stages/wallCards'

type Following = NonNullable<ReturnType<typeof followingKind>>

/** World units between a card and the one that follows from it. */
const GAP = 64

/** Adds the next link of the thread beside a card and begins to write in it. */
export function addFollowing(session: Session, card: Card, kind: Following): void {
  const { writer, records, undo } = session
  undo.mark()
  const size: [number, number] = kind === 'storyboard' ? [1160, 420] : [280, 160]
  const pos = freePlace(
    { x: card.pos[0] + card.size[0] + GAP, y: card.pos[1], width: size[0], height: size[1] },
    records
      .all('cards')
      .filter(({ type }) => type !== 'theme')
      .map((other) => ({ x: other.pos[0], y: other.pos[1], width: other.size[0], height: other.size[1] })),
  )
  const values = { pos, from: [card.id] }
  const id =
    kind === 'storyboard'
      ? addStoryboard(writer, { ...values, text: card.text })
      : addCard(writer, {
          ...values,
          type: kind,
          size: [...size, 0],
          stage: 'ideas',
          tint: kind === 'idea' ? 'mint' : 'lilac',
        })
  showCard(session, id)
  if (kind !== 'storyboard') session.editing.set(id)
}
