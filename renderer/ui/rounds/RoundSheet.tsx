import { type LucideIcon, Minimize2 } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { isPhoneWide } from '../board/useNarrow'
import { isWriting } from '../isWriting'
import { IconButton } from '../kit/Button'
import { Icon } from '../kit/Icon'
import { useHandBack } from '../useHandBack'
import { RoundPill } from './RoundPill'
import { useSheetPlace } from './sheetPlace'
import './roundSheet.css'

/**
 * What a round asks of the person at this window, beside the wall. It can be put away to look at the wall, and is a
 * button then; it never takes the focus by itself, for it comes while people write. On a phone, where it has the
 * screen to itself, it comes put away to whoever writes.
 */
export function RoundSheet({
  icon,
  title,
  putAway,
  pill,
  children,
  foot,
}: {
  icon: LucideIcon
  title: string
  /** The name of the button that puts it away. */
  putAway: string
  /** What it says while it is put away. */
  pill: string
  children: ReactNode
  foot?: ReactNode
}) {
  const [isAway, setAway] = useState(() => isPhoneWide() && isWriting())
  const heading = useId()
  const sheet = useRef<HTMLElement>(null)
  const fold = useRef<HTMLButtonElement>(null)
  const wasAway = useRef(isAway)
  useEffect(() => {
    if (wasAway.current && !isAway) fold.current?.focus()
    wasAway.current = isAway
  }, [isAway])
  useHandBack(sheet, !isAway)
  useSheetPlace(!isAway)
  if (isAway) return <RoundPill icon={icon} words={pill} onOpen={() => setAway(false)} />
  return (
    <aside ref={sheet} className="round-sheet" aria-labelledby={heading}>
      <header className="round-head">
        <Icon of={icon} />
        <h2 id={heading}>
          <bdi>{title}</bdi>
        </h2>
        <IconButton ref={fold} icon={Minimize2} label={putAway} onClick={() => setAway(true)} />
      </header>
      <div className="round-body">{children}</div>
      {foot && <footer className="round-foot">{foot}</footer>}
    </aside>
  )
}
