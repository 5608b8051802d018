import { type BrowserWindow, screen } from 'electron'
import { type Area, fitPlace, projectorArea } from './placement'

/** What to do with the projector's window when displays come or go. */
export type ProjectorMove =
  /** A display for the room is there and it is not on it: it fills that one. */
  | { readonly to: 'display'; readonly area: Area }
  /** The room's display is gone: it becomes a window among others, and covers nobody's work. */
  | { readonly to: 'window' }
  | { readonly to: 'nowhere' }

/** `areas` are all displays, `working` is the facilitator's; `present` is where the projector is, on `isOnOwn` display or not. */
export function projectorMove(
  areas: readonly Area[],
  working: Area,
  present: Area,
  isOnOwn: boolean,
): ProjectorMove {
  const area = projectorArea(areas, working)
  if (!area) return isOnOwn ? { to: 'window' } : { to: 'nowhere' }
  const isThere = isOnOwn && present.x === area.x && present.y === area.y
  return isThere ? { to: 'nowhere' } : { to: 'display', area }
}

/**
 * Keeps a projector on the display for the room beside the facilitator's window: now, and whenever a display is plugged
 * in or pulled out, until the projector is closed.
 */
export function keepOnDisplay(projector: BrowserWindow, beside: BrowserWindow): void {
  let isOnOwn = false
  const settle = () => {
    if (projector.isDestroyed() || beside.isDestroyed()) return
    const working = screen.getDisplayMatching(beside.getBounds())
    const areas = screen.getAllDisplays().map(({ bounds }) => bounds)
    const move = projectorMove(areas, working.bounds, projector.getBounds(), isOnOwn)
    if (move.to === 'display') {
      // A full window cannot be moved to another display.
      projector.setFullScreen(false)
      projector.setBounds(move.area)
      projector.setFullScreen(true)
      isOnOwn = true
    } else if (move.to === 'window') {
      projector.setFullScreen(false)
      const { isMaximized: _, ...place } = fitPlace(null, [working.workArea])
      projector.setBounds(place)
      // The system puts a window without a display before all others.
      beside.moveTop()
      beside.focus()
      isOnOwn = false
    }
  }
  settle()
  screen.on('display-added', settle)
  screen.on('display-removed', settle)
  screen.on('display-metrics-changed', settle)
  projector.once('closed', () => {
    screen.off('display-added', settle)
    screen.off('display-removed', settle)
    screen.off('display-metrics-changed', settle)
  })
}
