import { Bold, Italic, List, ListOrdered, type LucideIcon } from 'lucide-react'
import { useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandId } from '../../board/commands/command'
import type { Session } from '../../board/session'
import { editedText } from '../../board/tools/edit'
import { formsAt, isEditedList, writtenOf } from '../../board/writing'
import { CommandButton } from '../commands/CommandButton'
import { useSession, useSignal } from '../hooks'
import { usePlaceBeside } from './usePlaceBeside'
import './selectionBar.css'

const BUTTONS: readonly (readonly [CommandId, LucideIcon])[] = [
  ['bold', Bold],
  ['italic', Italic],
  ['bullets', List],
  ['numbers', ListOrdered],
]

/** How the words being written look, floating over their card. */
export function WritingBar() {
  const { t } = useTranslation()
  const session = useSession()
  const writing = useSignal(session.writing)
  const pressed = usePressed(session)
  const bar = useRef<HTMLDivElement>(null)
  const edited = writing && editedText(session)
  const isShown = edited !== null && writtenOf(edited) !== null
  usePlaceBeside(bar, isShown)
  if (!isShown) return null
  return (
    <div
      ref={bar}
      className="selection-bar"
      role="toolbar"
      aria-label={t('tools.writing')}
      // The caret stays in the words: a press here is part of the writing.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      {BUTTONS.map(([id, icon]) => (
        <CommandButton key={id} id={id} icon={icon} hint="above" pressed={pressed.includes(id)} />
      ))}
    </div>
  )
}

/** The commands whose effect the caret stands in. */
function usePressed(session: Session): readonly string[] {
  const { writing, scene } = session
  const subscribe = useRef((listener: () => void) => {
    const stops = [writing.subscribe(listener), scene.subscribe(listener)]
    return () => {
      for (const stop of stops) stop()
    }
  })
  // A word for all of them: a list would be another one each time.
  return useSyncExternalStore(subscribe.current, () =>
    [
      ...formsAt(session),
      ...(['bullets', 'numbers'] as const).filter((list) => isEditedList(session, list)),
    ].join(),
  ).split(',')
}
