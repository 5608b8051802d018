import { groupCards, lockCards, lowerCards, stackCards, ungroupCards } from '#shared/board/actions/arrange'
import { moveCards, raiseCards } from '#shared/board/actions/cards'
import { write } from '#shared/board/actions/writer'
import { type Point, touches, unionOf } from '#shared/cards/box'
import type { Drawable } from '#shared/cards/kind'
import { uprightBox } from '#shared/cards/kinds'
import { directionOf } from '#shared/language'
import { aligned, distributed, type Side, tidied } from '../arrangement'
import { type Block, blocksOf } from '../blocks'
import { isLocked, unlocked } from '../members'
import type { Command, CommandBench, CommandId } from './command'

/** Where the selected cards stand, how they lie over each other, and what holds them together. */
export const ARRANGING: readonly Command[] = [
  aligning('alignLeft', 'left', 'Alt+A'),
  aligning('alignCentre', 'centre', 'Alt+H'),
  aligning('alignRight', 'right', 'Alt+D'),
  aligning('alignTop', 'top', 'Alt+W'),
  aligning('alignMiddle', 'middle', 'Alt+V'),
  aligning('alignBottom', 'bottom', 'Alt+S'),
  distributing('distributeAcross', 'across', 'Alt+Shift+H'),
  distributing('distributeDown', 'down', 'Alt+Shift+V'),
  {
    id: 'tidy',
    group: 'arrange',
    keys: ['Alt+Shift+T'],
    menu: ['card'],
    isPossible: (bench) => freeBlocks(bench).length >= 2,
    run(bench) {
      const blocks = freeBlocks(bench)
      const isFromRight = directionOf(bench.records.singleton('meta').language) === 'rtl'
      shift(
        bench,
        blocks,
        tidied(
          blocks.map(({ box }) => box),
          isFromRight,
        ),
      )
    },
  },
  stacking('bringToFront', 'Control+Shift+]', ({ writer }, ids) => raiseCards(writer, ids)),
  stacking('bringForward', 'Control+]', (bench, ids) => pass(bench, ids, 'front')),
  stacking('sendBackward', 'Control+[', (bench, ids) => pass(bench, ids, 'behind')),
  stacking('sendToBack', 'Control+Shift+[', ({ writer }, ids) => lowerCards(writer, ids)),
  {
    id: 'group',
    group: 'arrange',
    keys: ['Control+G'],
    menu: ['card'],
    isPossible: (bench) => free(bench).length >= 2 && !isOneGroup(bench),
    run(bench) {
      bench.undo.mark()
      groupCards(bench.writer, free(bench))
    },
  },
  {
    id: 'ungroup',
    group: 'arrange',
    keys: ['Control+Shift+G'],
    menu: ['card'],
    isPossible: (bench) => free(bench).some((id) => bench.scene.groupedWith(id).size > 1),
    run(bench) {
      bench.undo.mark()
      ungroupCards(bench.writer, free(bench))
    },
  },
  {
    id: 'lock',
    group: 'arrange',
    keys: ['Control+Shift+L'],
    menu: ['card'],
    isPossible: (bench) => free(bench).length > 0,
    run(bench) {
      bench.undo.mark()
      lockCards(bench.writer, free(bench), true)
    },
  },
  {
    id: 'unlock',
    group: 'arrange',
    keys: ['Control+Alt+L'],
    menu: ['card'],
    isPossible: (bench) => bench.canWrite.get() && locked(bench).length > 0,
    run(bench) {
      bench.undo.mark()
      lockCards(bench.writer, locked(bench), false)
    },
  },
]

function aligning(id: CommandId, side: Side, keys: string): Command {
  return {
    id,
    group: 'align',
    keys: [keys],
    menu: ['card'],
    isPossible: (bench) => {
      const blocks = selectedBlocks(bench)
      return blocks.length >= 2 && blocks.some(({ isLocked }) => !isLocked)
    },
    run(bench) {
      const blocks = selectedBlocks(bench)
      // What is locked cannot come to the others: they come to it.
      const fixed = blocks.filter((block) => block.isLocked)
      const frame = unionOf((fixed.length > 0 ? fixed : blocks).map(({ box }) => box))
      if (frame)
        shift(
          bench,
          blocks,
          aligned(
            blocks.map(({ box }) => box),
            side,
            frame,
          ),
        )
    },
  }
}

function distributing(id: CommandId, axis: 'across' | 'down', keys: string): Command {
  return {
    id,
    group: 'align',
    keys: [keys],
    menu: ['card'],
    isPossible: (bench) => freeBlocks(bench).length >= 3,
    run(bench) {
      const blocks = freeBlocks(bench)
      shift(
        bench,
        blocks,
        distributed(
          blocks.map(({ box }) => box),
          axis,
        ),
      )
    },
  }
}

function stacking(id: CommandId, keys: string, run: (bench: CommandBench, ids: string[]) => void): Command {
  return {
    id,
    group: 'arrange',
    keys: [keys],
    menu: ['card'],
    isPossible: (bench) => free(bench).length > 0,
    run(bench) {
      bench.undo.mark()
      run(bench, free(bench))
    },
  }
}

/** The selected cards that may be changed; none for whoever only looks. */
const free = (bench: CommandBench): string[] =>
  bench.canWrite.get() ? unlocked(bench, bench.selection.ids.get()) : []

/** The selected cards that this person may unlock; the hub holds everybody to it. */
const locked = (bench: CommandBench): string[] => {
  const me = bench.replica.me.get()
  return [...bench.selection.ids.get()].filter((id) => {
    const { lockedBy, made } = bench.scene.get(id)?.card ?? {}
    const isOwn = me !== null && (me.person === lockedBy || me.person === made?.by)
    return isLocked(bench, id) && (me?.role === 'facilitator' || isOwn)
  })
}

const selectedBlocks = (bench: CommandBench): Block[] =>
  bench.canWrite.get() ? blocksOf(bench, bench.selection.ids.get()) : []

const freeBlocks = (bench: CommandBench): Block[] => selectedBlocks(bench).filter((block) => !block.isLocked)

function isOneGroup(bench: CommandBench): boolean {
  const ids = free(bench)
  const group = bench.scene.groupedWith(ids[0] ?? '')
  return group.size === ids.length && ids.every((id) => group.has(id))
}

function shift({ undo, writer }: CommandBench, blocks: readonly Block[], ways: readonly Point[]): void {
  undo.mark()
  write(writer, () => {
    for (const [at, block] of blocks.entries()) {
      const [dx, dy] = ways[at] ?? [0, 0]
      if (!block.isLocked && (dx !== 0 || dy !== 0)) moveCards(writer, block.ids, [dx, dy])
    }
  })
}

/** Brings cards past the next one that lies over them, or under them. */
function pass({ scene, writer }: CommandBench, ids: readonly string[], side: 'front' | 'behind'): void {
  const own = new Set(ids)
  const boxOf = ({ place }: Drawable) => uprightBox(place)
  const moving = scene.pick(own)
  const around = unionOf(moving.map(boxOf))
  if (!around) return
  const pile = scene.within(around)
  const rank = new Map(pile.map(({ id }, at) => [id, at]))
  const isPast = (other: Drawable) =>
    moving.some((card) => {
      // A theme's field lies below every card, whatever the order says.
      if (Boolean(card.kind.isField) !== Boolean(other.kind.isField)) return false
      const ahead = (rank.get(other.id) ?? 0) - (rank.get(card.id) ?? 0)
      return (side === 'front' ? ahead > 0 : ahead < 0) && touches(boxOf(card), boxOf(other))
    })
  const others = pile.filter((other) => !own.has(other.id) && isPast(other))
  const next = side === 'front' ? others[0] : others.at(-1)
  if (next) stackCards(writer, own, side, next.id)
}
