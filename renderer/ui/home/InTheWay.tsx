import type { ReactNode } from 'react'
import { FieldError } from '../kit/Field'

const bringIntoSight = (box: HTMLDivElement | null) => box?.scrollIntoView({ block: 'nearest' })

/** What keeps somebody from joining and belongs to no field, brought into sight, and what may be done about it. */
export function InTheWay({ words, children }: { words: string; children?: ReactNode }) {
  return (
    // Other words may stand where they are not seen.
    <div key={words} ref={bringIntoSight} className="join-room-trouble">
      <FieldError>{words}</FieldError>
      {children}
    </div>
  )
}
