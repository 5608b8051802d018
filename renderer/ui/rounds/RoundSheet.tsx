import { type LucideIcon, Minimize2 } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { IconButton } from '../kit/Button'
import { Icon } from '../kit/Icon'
import './roundSheet.css'

/**
 * What a round asks of the person at this window, beside the wall. It can be put away to look at the wall, and is a
 * button then; it never takes the focus, for it comes while people write.
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
  const [isAway, setAway] = useState(false)
  const heading = useId()
  if (isAway)
    return (
      <button type="button" className="round-pill" onClick={() => setAway(false)}>
        <Icon of={icon} />
        <span>{pill}</span>
      </button>
    )
  return (
    <aside className="round-sheet" aria-labelledby={heading}>
      <header className="round-head">
        <Icon of={icon} />
        <h2 id={heading}>
          <bdi>{title}</bdi>
        </h2>
        <IconButton icon={Minimize2} label={putAway} onClick={() => setAway(true)} />
      </header>
      <div className="round-body">{children}</div>
      {foot && <footer className="round-foot">{foot}</footer>}
    </aside>
  )
}
