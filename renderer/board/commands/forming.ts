import { editedText } from '../tools/edit'
import { toggleEditedList, toggleForm, writtenOf } from '../writing'
import { type Command, type CommandBench, hasSelected } from './command'

/** Letters are formed where somebody writes, or in all words of the selected cards. */
function canForm(bench: CommandBench): boolean {
  if (!bench.canWrite.get()) return false
  const edited = editedText(bench)
  if (edited) return writtenOf(edited) !== null
  return (
    hasSelected(bench) &&
    [...bench.selection.ids.get()].every((id) => bench.scene.get(id)?.kind.isWritten === true)
  )
}

const isWriting = (bench: CommandBench): boolean => bench.canWrite.get() && bench.writing.get() !== null

/** How words on the wall look. */
export const FORMING: readonly Command[] = [
  {
    id: 'bold',
    group: 'write',
    keys: ['Control+B'],
    reach: 'words',
    isPossible: canForm,
    run: (bench) => toggleForm(bench, 'bold'),
  },
  {
    id: 'italic',
    group: 'write',
    keys: ['Control+I'],
    reach: 'words',
    isPossible: canForm,
    run: (bench) => toggleForm(bench, 'italic'),
  },
  {
    id: 'bullets',
    group: 'write',
    keys: ['Control+Shift+8'],
    reach: 'words',
    isPossible: isWriting,
    run: (bench) => toggleEditedList(bench, 'bullets'),
  },
  {
    id: 'numbers',
    group: 'write',
    keys: ['Control+Shift+7'],
    reach: 'words',
    isPossible: isWriting,
    run: (bench) => toggleEditedList(bench, 'numbers'),
  },
]
