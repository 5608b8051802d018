import { useLayoutEffect } from 'react'
import { commandOf } from '../../board/commands/commands'
import { ZOOM_STEP, zoomToFit } from '../../board/commands/viewing'
import { keysOf } from '../../canvas/listen'
import { usePlatform, useSession } from '../hooks'

/** Keys that count beyond the wall, and the desktop's menu. */
export function useBoardKeys(): void {
  const session = useSession()
  const { desktop } = usePlatform()
  useLayoutEffect(() => {
    const { undo, camera } = session
    const zoom = (factor: number) => {
      const { width, height } = camera.viewport.get()
      camera.zoomAt([width / 2, height / 2], factor)
    }
    const showAll = () => zoomToFit(session)
    const press = (event: KeyboardEvent) => {
      const command = commandOf({ kind: 'keyDown', key: event.key, code: event.code, ...keysOf(event) })
      const isHeard = command?.reach === 'always' || (command?.reach === 'board' && !isText(event.target))
      // Where there is something to scroll, and on a page without the wall, these keys belong to that.
      if (/^Page/.test(event.key) && !isAtWall(event.target)) return
      if (event.defaultPrevented || !isHeard || !command.isPossible(session)) return
      command.run(session)
      event.preventDefault()
    }
    window.addEventListener('keydown', press)
    const stopMenu = desktop?.onMenu((command) => {
      // Deprecated, but nothing else reaches the undo of the field that somebody writes in.
      const isWriting = isText(document.activeElement) && session.writing.get() === null
      if (command === 'undo') isWriting ? document.execCommand('undo') : undo.undo()
      if (command === 'redo') isWriting ? document.execCommand('redo') : undo.redo()
      if (command === 'zoomIn') zoom(ZOOM_STEP)
      if (command === 'zoomOut') zoom(1 / ZOOM_STEP)
      if (command === 'zoomToFit') showAll()
    })
    return () => {
      window.removeEventListener('keydown', press)
      stopMenu?.()
    }
  }, [session, desktop])
}

function isText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, [contenteditable="true"]') !== null
}

function isAtWall(target: EventTarget | null): boolean {
  const isInPanel = target instanceof Element && target.closest('.side-panel, [popover], dialog') !== null
  return !isInPanel && document.querySelector('.wall-area') !== null
}
