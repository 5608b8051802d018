import type { LucideIcon } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import { isWriting } from '../isWriting'
import { Icon } from '../kit/Icon'
import './roundSheet.css'

/**
 * What is left of a round's sheet that somebody put away; pressing it brings the sheet back. Takes the focus, though from
 * nobody who writes.
 */
export function RoundPill({ icon, words, onOpen }: { icon: LucideIcon; words: string; onOpen: () => void }) {
  const button = useRef<HTMLButtonElement>(null)
  // The button that put the sheet away went with it.
  useLayoutEffect(() => {
    if (!isWriting()) button.current?.focus({ preventScroll: true })
  }, [])
  return (
    <button ref={button} type="button" className="round-pill" onClick={onOpen}>
      <Icon of={icon} />
      <span>{words}</span>
    </button>
  )
}
