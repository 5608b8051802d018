import { createContext, useCallback, useContext, useMemo, useRef, useSyncExternalStore } from 'react'
import { inOrder } from '#shared/board/order'
import type { Card, Collection, RecordOf, RootText, Singleton, SingletonOf } from '#shared/board/schema'
import type { OpenedBoard } from '#shared/ipc/contract'
import type { Session } from '../board/session'
import type { Signal } from '../board/signal'
import type { Platform } from '../platform/platform'

export const PlatformContext = createContext<Platform | null>(null)
export const SessionContext = createContext<Session | null>(null)
/** The board's file, in a window of the app that opened it; null for guests. */
export const OpenedBoardContext = createContext<OpenedBoard | null>(null)

/** Where the interface runs. */
export function usePlatform(): Platform {
  const platform = useContext(PlatformContext)
  if (!platform) throw new Error('no platform above this component')
  return platform
}

/** The board this part of the interface works on. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('no session above this component')
  return session
}

/** Tells which session the board has by then: while an answer is awaited a fresh one may take the place of this. */
export function usePresentSession(): () => Session {
  const session = useSession()
  const present = useRef(session)
  present.current = session
  return useCallback(() => present.current, [])
}

/** The value of a signal; renders again when it is replaced. */
export function useSignal<T>(signal: Signal<T>): T {
  return useSyncExternalStore(signal.subscribe, signal.get)
}

/** The selected cards, in order; renders again only when one of them changes. */
export function useSelectedCards(): readonly Card[] {
  const { records, selection } = useSession()
  const shown = useRef<readonly Card[]>([])
  const subscribe = useMemo(
    () => (listener: () => void) => {
      const stops = [records.subscribe('cards', listener), selection.ids.subscribe(listener)]
      return () => {
        for (const stop of stops) stop()
      }
    },
    [records, selection],
  )
  return useSyncExternalStore(subscribe, () => {
    const cards = inOrder([...selection.ids.get()].flatMap((id) => records.get('cards', id) ?? []))
    const isSame =
      cards.length === shown.current.length && cards.every((card, at) => card === shown.current[at])
    if (!isSame) shown.current = cards
    return shown.current
  })
}

/** All records of a collection, in order; renders again when one of them changes. */
export function useRecords<C extends Collection>(collection: C): readonly RecordOf<C>[] {
  const { records } = useSession()
  const subscribe = useMemo(
    () => (listener: () => void) => records.subscribe(collection, listener),
    [records, collection],
  )
  return useSyncExternalStore(subscribe, () => records.all(collection))
}

/** One record; renders again when its collection changes and it is another snapshot. */
export function useRecord<C extends Collection>(collection: C, id: string | null): RecordOf<C> | undefined {
  const { records } = useSession()
  const subscribe = useMemo(
    () => (listener: () => void) => records.subscribe(collection, listener),
    [records, collection],
  )
  return useSyncExternalStore(subscribe, () => records.get(collection, id))
}

/** A singleton of the board. */
export function useSingleton<S extends Singleton>(name: S): SingletonOf<S> {
  const { records } = useSession()
  const subscribe = useMemo(
    () => (listener: () => void) => records.subscribe(name, listener),
    [records, name],
  )
  return useSyncExternalStore(subscribe, () => records.singleton(name))
}

/** The purpose or the summary. */
export function useRootText(name: RootText): string {
  const { records } = useSession()
  const subscribe = useMemo(
    () => (listener: () => void) => records.subscribe(name, listener),
    [records, name],
  )
  return useSyncExternalStore(subscribe, () => records.text(name))
}
