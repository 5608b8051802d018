import { looping } from './looping'
import { tapAt } from './select'
import type { Tool } from './tool'

/** Selects what a loop drawn freely goes around, and what is tapped. */
export const lasso: Tool = {
  name: 'lasso',
  cursor: 'crosshair',
  press: (bench, event) => looping(bench, event, () => tapAt(bench, event)),
}
