import { connecting } from './connecting'
import { endAt } from './ports'
import type { Tool } from './tool'

/** Draws a line from a card, or from the bare wall, to another one. */
export const connector: Tool = {
  name: 'connector',
  cursor: 'crosshair',
  press: (bench, event) =>
    bench.canWrite.get() ? connecting(bench, event, endAt(bench, event.at, null)) : null,
}
