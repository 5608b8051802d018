import type { End } from './fields'
import type { Card } from './schema'

type Ends = Card['ends']

/** The ends of a connector that was moved: those on cards stay on them, those on the wall go along. */
export function shiftedEnds([start, end]: Ends, delta: readonly [number, number]): Ends {
  return [shifted(start, delta), shifted(end, delta)]
}

function shifted(end: End, [dx, dy]: readonly [number, number]): End {
  return end.card === null && end.at ? { card: null, at: [end.at[0] + dx, end.at[1] + dy] } : end
}

/** The ends with those on cards replaced by what `find` says; undefined leaves an end as it is. */
export function retargetedEnds(
  [start, end]: Ends,
  find: (card: string, at: End['at']) => End | undefined,
): Ends {
  const one = (each: End): End => (each.card === null ? each : (find(each.card, each.at) ?? each))
  return [one(start), one(end)]
}

/** Finds the ends on the copies of cards. */
export function endsOn(
  copies: ReadonlyMap<string, string>,
): (card: string, at: End['at']) => End | undefined {
  return (card, at) => {
    const copy = copies.get(card)
    return copy === undefined ? undefined : { card: copy, at }
  }
}

/** An end at the middle of where a card's record says that it stands. */
export function endWhere(
  { pos, size }: Pick<Card, 'pos' | 'size'>,
  [dx, dy]: readonly [number, number],
): End {
  return { card: null, at: [pos[0] + size[0] / 2 + dx, pos[1] + size[1] / 2 + dy] }
}
