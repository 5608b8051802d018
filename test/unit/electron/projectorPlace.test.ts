import { expect, test, vi } from 'vitest'
import { projectorMove } from '../../../electron/projectorPlace'

vi.mock('electron', () => ({ screen: {} }))

const laptop = { x: 0, y: 0, width: 1440, height: 900 }
const beamer = { x: 1440, y: 0, width: 1920, height: 1080 }
const loose = { x: 100, y: 80, width: 800, height: 600 }

test('a projector goes to the display that is plugged in', () => {
  expect(projectorMove([laptop, beamer], laptop, loose, false)).toEqual({ to: 'display', area: beamer })
})

test('a projector that is where it belongs stays', () => {
  expect(projectorMove([laptop, beamer], laptop, beamer, true)).toEqual({ to: 'nowhere' })
})

test('a projector becomes a window when its display is pulled out, once', () => {
  expect(projectorMove([laptop], laptop, laptop, true)).toEqual({ to: 'window' })
  expect(projectorMove([laptop], laptop, loose, false)).toEqual({ to: 'nowhere' })
})

test('a projector follows when the displays change places', () => {
  const moved = { ...beamer, x: -1920 }
  expect(projectorMove([moved, laptop], laptop, beamer, true)).toEqual({ to: 'display', area: moved })
})
