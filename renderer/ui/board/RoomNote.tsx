import { type ReactNode, useRef } from 'react'
import { useHandBack } from '../useHandBack'

/** One thing that holds for the room. When it ends, whoever had the focus in it goes on from the wall. */
export function RoomNote({ className, children }: { className: string; children: ReactNode }) {
  const note = useRef<HTMLDivElement>(null)
  useHandBack(note)
  return (
    <div ref={note} className={className} role="status">
      {children}
    </div>
  )
}
