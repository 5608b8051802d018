import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession, useSignal } from '../hooks'
import { IconButton } from '../kit/Button'
import './find.css'

/** Finds words on the wall as they are typed. Enter goes on, Shift+Enter back, Escape stays at what was found. */
export function FindBar() {
  const { t } = useTranslation()
  const session = useSession()
  const { find, overlay, scene } = session
  const { query, ids, at } = useSignal(find.found)
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => {
    field.current?.focus()
    // The words of a large wall are made ready before the first letter.
    find.look('')
    return find.end
  }, [find])

  const close = () => {
    overlay.set(null)
    document.querySelector<HTMLElement>('.wall')?.focus({ preventScroll: true })
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && event.target === field.current) find.go(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') close()
    else if (event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey)) field.current?.select()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const isAnswered = query.trim() !== ''
  const place = isAnswered
    ? t(ids.length > 0 ? 'find.place' : 'find.none', { at: at + 1, of: ids.length })
    : ''
  const words = scene.get(ids[at] ?? '')?.card.text.trim() ?? ''

  return (
    <search className="find-bar" onKeyDown={press}>
      <input
        ref={field}
        type="text"
        className="find-input"
        aria-label={t('find.label')}
        placeholder={t('find.label')}
        dir="auto"
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          find.look(event.currentTarget.value)
        }}
      />
      <span className="find-place" aria-hidden="true">
        {place}
      </span>
      <IconButton
        icon={ChevronUp}
        label={t('find.previous')}
        shortcut="Shift+Enter"
        disabled={ids.length === 0}
        onClick={() => find.go(-1)}
      />
      <IconButton
        icon={ChevronDown}
        label={t('find.next')}
        shortcut="Enter"
        disabled={ids.length === 0}
        onClick={() => find.go(1)}
      />
      <IconButton icon={X} label={t('app.close')} shortcut="Escape" onClick={close} />
      <p className="unseen" role="status">
        {isAnswered && (ids.length > 0 ? `${place}. ${words}` : place)}
      </p>
    </search>
  )
}
