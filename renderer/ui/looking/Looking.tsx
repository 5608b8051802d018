import type { ReactNode } from 'react'
import type { OpenedBoard } from '#shared/ipc/contract'
import { usePlatform } from '../hooks'
import { LookingBar } from './LookingBar'
import './looking.css'

/** Puts a bar over a board that may only be looked at. */
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
  if (!board?.lookOnly || !desktop) return children
  return (
    <div className="looking">
      <LookingBar path={board.path} lookOnly={board.lookOnly} desktop={desktop} onOpened={onOpened} />
      {children}
    </div>
  )
}
