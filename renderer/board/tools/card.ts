import { createCardAt } from './newCard'
import type { Gesture, Tool } from './tool'

/** A click places a card and goes back to selecting. */
export const card: Tool = {
  name: 'card',
  cursor: 'copy',
  press(bench) {
    const placing: Gesture = {
      name: 'placing',
      move: () => placing,
      up(event) {
        bench.current.set('select')
        createCardAt(bench, bench.camera.toWorld(event.at))
      },
      cancel: () => undefined,
    }
    return bench.canWrite.get() ? placing : null
  },
}
