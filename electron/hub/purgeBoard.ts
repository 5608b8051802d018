import type { PurgeOrder } from '#shared/board/purgeOrder'
import { failed, type Result, success } from '#shared/failure'
import { type KnownExport, knownExport, type Purged } from '#shared/ipc/contract'
import type { Board } from './admission'

const noted = knownExport.omit({ made: true })

/** Takes a person's or a story's words out of a board for good, see `Room.purge`; its tokens let nobody in as them. */
export async function purgeBoard(board: Board, order: PurgeOrder): Promise<Result<Purged>> {
  if (board.lookOnly) return failed('readOnly', 'opened only to look at')
  const done = board.room.purge(order)
  // Before anybody can come back as them, or there would be a name again.
  if (order.kind === 'person') board.people.forget(order.id)
  const written = await done
  const listed = await exportsOf(board)
  const exports = listed.ok ? listed.value : []
  return written.ok
    ? success({ ...written.value, exports, owed: null })
    : success({ versions: 0, mentioning: 0, wasHost: false, exports, owed: written.failure.code })
}

/** The copies of a board that left, the newest first. */
export async function exportsOf({ room }: Board): Promise<Result<KnownExport[]>> {
  const listed = await room.file.listExports()
  if (!listed.ok) return listed
  return success(
    listed.value.flatMap(({ made, about }) => {
      const copy = noted.safeParse(about)
      return copy.success ? [{ made, ...copy.data }] : []
    }),
  )
}
