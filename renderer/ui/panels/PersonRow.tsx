import { UserRound } from 'lucide-react'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../kit/Icon'
import { initialsOf } from '../people'

/** One person in a list, with what is known of them and what may be done about them. */
export function PersonRow({
  name,
  isMe = false,
  facts,
  children,
}: {
  /** Empty for the nameless. */
  name: string
  isMe?: boolean
  facts: readonly string[]
  children?: ReactNode
}) {
  const { t } = useTranslation()
  const row = useRef<HTMLLIElement>(null)
  useLayoutEffect(() => {
    const shown = row.current
    return () => {
      if (shown?.contains(document.activeElement)) focusBeside(shown)
    }
  }, [])
  return (
    <li ref={row} className="person">
      <span className="face" aria-hidden="true">
        {name === '' ? <Icon of={UserRound} size={16} /> : initialsOf(name)}
      </span>
      <span className="person-words">
        <span className="person-name">
          <bdi>{name || t('people.anonymous')}</bdi>
          {isMe && <span className="person-you"> ({t('people.you')})</span>}
        </span>
        <span className="person-facts">{facts.join(' · ')}</span>
      </span>
      {children}
    </li>
  )
}

/** Whoever goes through a list by keys goes on at the next person when the one they were at leaves. */
function focusBeside(row: HTMLElement): void {
  const rows = [...(row.parentElement?.children ?? [])]
  const at = rows.indexOf(row)
  const near = [...rows.slice(at + 1), ...rows.slice(0, at).reverse()]
  const next = near.map((each) => each.querySelector('button')).find((button) => button !== null)
  const around = row.closest('dialog, .side-panel')
  const other = next ?? around?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"], button')
  other?.focus()
}
