import type { Replica } from '../../renderer/board/replica'
import type { Signal } from '../../renderer/board/signal'

/** Resolves once `isTrue` says so about the signal's value, at once or after a change. */
export function until<T>(signal: Signal<T>, isTrue: (value: T) => boolean): Promise<T> {
  return new Promise((resolve) => {
    const look = () => {
      const value = signal.get()
      if (!isTrue(value)) return
      dispose()
      resolve(value)
    }
    const dispose = signal.subscribe(look)
    look()
  })
}

export const isLive = async (replica: Replica): Promise<Replica> => {
  await until(replica.connection, ({ state }) => state === 'live')
  return replica
}
export const isSaved = (replica: Replica) => until(replica.saving, ({ state }) => state === 'saved')

/** Resolves once `isTrue` holds for the document, at once or after an update. */
export function untilDocument({ doc }: Pick<Replica, 'doc'>, isTrue: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isTrue()) return
      doc.off('update', look)
      resolve()
    }
    doc.on('update', look)
    look()
  })
}
