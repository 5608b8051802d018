import type { Shape } from '../schema'
import { change, present, type Writer, write } from './writer'

/** Gives shapes another form as one undo step; cards of other kinds are left as they are. */
export function changeShape(writer: Writer, ids: Iterable<string>, shape: Shape): void {
  write(writer, () => {
    for (const id of ids)
      if (present(writer, 'cards', id)?.type === 'shape') change(writer, 'cards', id, { shape })
  })
}
