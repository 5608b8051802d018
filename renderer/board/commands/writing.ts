import { deleteCards, duplicateCards } from '#shared/board/actions/cards'
import type { Point } from '#shared/cards/box'
import { unlocked, withMembers } from '../members'
import { editSelected } from '../tools/edit'
import { type Command, hasSelected } from './command'

const COPY_OFFSET: Point = [24, 24]

/** Steps back and forth, and what is done to the selected cards themselves. */
export const WRITING: readonly Command[] = [
  {
    id: 'undo',
    group: 'write',
    keys: ['Control+Z'],
    reach: 'board',
    menu: ['wall'],
    // A wall to look at has no steps: whatever stands around it may have some.
    isPossible: ({ canWrite }) => canWrite.get(),
    run: ({ undo }) => undo.undo(),
  },
  {
    id: 'redo',
    group: 'write',
    keys: ['Control+Shift+Z', 'Control+Y'],
    reach: 'board',
    menu: ['wall'],
    isPossible: ({ canWrite }) => canWrite.get(),
    run: ({ undo }) => undo.redo(),
  },
  {
    id: 'edit',
    group: 'write',
    keys: ['Enter'],
    menu: ['card'],
    isPossible: (bench) =>
      hasSelected(bench) &&
      bench.selection.ids.get().size === 1 &&
      unlocked(bench, bench.selection.ids.get()).some((id) => bench.scene.get(id)?.kind.isWritten),
    run: (bench) => editSelected(bench),
  },
  {
    id: 'duplicate',
    group: 'write',
    keys: ['Control+D'],
    menu: ['card'],
    isPossible: hasSelected,
    run({ undo, selection, writer, scene }) {
      // A frame is what lies in it: an empty copy would be of no use.
      const frames = [...selection.ids.get()].filter((id) => scene.get(id)?.card.type === 'frame')
      const originals = new Set([...selection.ids.get(), ...withMembers({ scene }, frames)])
      undo.mark()
      selection.set(duplicateCards(writer, originals, COPY_OFFSET))
    },
  },
  {
    id: 'addPictures',
    group: 'write',
    menu: ['wall'],
    isPossible: ({ canWrite }) => canWrite.get(),
    run: ({ asked }) => asked.set({ do: 'choosePictures' }),
  },
  {
    id: 'delete',
    group: 'write',
    keys: ['Delete', 'Backspace'],
    menu: ['card'],
    isPossible: (bench) => hasSelected(bench) && unlocked(bench, bench.selection.ids.get()).length > 0,
    run(bench) {
      bench.undo.mark()
      deleteCards(bench.writer, unlocked(bench, bench.selection.ids.get()))
    },
  },
]
