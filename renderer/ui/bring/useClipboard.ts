import { useEffect, useEffectEvent } from 'react'
import { deleteCards } from '#shared/board/actions/cards'
import { makeClip } from '../../board/clipboard/clip'
import { unlocked, withMembers } from '../../board/members'
import { useSession } from '../hooks'
import { keepCopied } from './copiedPictures'

/** What a clipboard holds, as far as we can use it. */
export interface Pasted {
  readonly text: string
  readonly html: string
  readonly files: readonly File[]
}

/** What was copied here last: no page may look at the clipboard unless somebody presses the keys. */
let last: Pasted | null = null

/** The last thing that was copied in this window. */
export const lastCopied = (): Pasted | null => last

/** Puts the selected cards on the clipboard when they are copied or cut, and gives `paste` what comes from it. */
export function useClipboard(paste: (pasted: Pasted) => void): void {
  const session = useSession()
  const onPaste = useEffectEvent(paste)
  useEffect(() => {
    const stop = new AbortController()
    const on = (name: 'copy' | 'cut' | 'paste', listener: (event: ClipboardEvent) => void) =>
      document.addEventListener(
        name,
        (event) => {
          if (!event.defaultPrevented && isForWall(event.target)) listener(event)
        },
        { signal: stop.signal },
      )
    // Chromium asks first whether there is anything to copy, and looks for selected words only.
    for (const name of ['beforecopy', 'beforecut']) {
      document.addEventListener(
        name,
        (event) => {
          if (isForWall(event.target) && session.selection.ids.get().size > 0) event.preventDefault()
        },
        { signal: stop.signal },
      )
    }
    const copy = (event: ClipboardEvent, chosen: readonly string[]) => {
      const { doc, pictures } = session.replica
      if (chosen.length === 0 || hasWordsSelected()) return false
      const ids = withMembers(session, chosen)
      const { text, html } = makeClip(doc, ids)
      event.clipboardData?.setData('text/plain', text)
      event.clipboardData?.setData('text/html', html)
      event.preventDefault()
      last = { text, html, files: [] }
      keepCopied(pictures, new Set([...ids].flatMap((id) => session.records.get('cards', id)?.asset || [])))
      return true
    }
    on('copy', (event) => void copy(event, [...session.selection.ids.get()]))
    on('cut', (event) => {
      const chosen = session.canWrite.get() ? unlocked(session, session.selection.ids.get()) : []
      if (!copy(event, chosen)) return
      session.undo.mark()
      deleteCards(session.writer, [...withMembers(session, chosen)])
      session.undo.mark()
    })
    on('paste', (event) => {
      const data = event.clipboardData
      if (!data) return
      event.preventDefault()
      onPaste({ text: data.getData('text/plain'), html: data.getData('text/html'), files: [...data.files] })
    })
    return () => stop.abort()
  }, [session])
}

const hasWordsSelected = (): boolean => document.getSelection()?.isCollapsed === false

/** Fields and sheets have a clipboard of their own, and a page without a wall has nothing to put there. */
function isForWall(target: EventTarget | null): boolean {
  if (document.querySelector('.wall-area') === null) return false
  return (
    !(target instanceof Element) ||
    target.closest('input, textarea, [contenteditable="true"], dialog') === null
  )
}
