import type { ReactNode } from 'react'
import type { OpenedBoard } from '#shared/ipc/contract'
import { usePlatform } from '../hooks'
import { HostAway } from '../takeover/HostAway'
import { LookingBar } from './LookingBar'
import './looking.css'

/** Puts a bar over a board that may only be looked at, or whose host is away. */
export function Looking({
  board,
  onOpened,
  children,
}: {
  board: OpenedBoard | null
  onOpened: (board: OpenedBoard) => void
  children: ReactNode
}) {
  const { desktop } = usePlatform()
  if (!desktop || (!board?.lookOnly && !board?.joined)) return children
  return (
    <div className="looking">
      {board.lookOnly && (
        <LookingBar path={board.path} lookOnly={board.lookOnly} desktop={desktop} onOpened={onOpened} />
      )}
      <HostAway />
      {children}
    </div>
  )
}
