import { type ReactNode, useEffect, useRef } from 'react'
import { FieldError } from '../kit/Field'

/** What keeps somebody from joining and belongs to no field, brought into sight, and what may be done about it. */
export function InTheWay({ words, children }: { words: string; children?: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words may stand where they are not seen.
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), [words])
  return (
    <div ref={box} className="join-room-trouble">
      <FieldError>{words}</FieldError>
      {children}
    </div>
  )
}
