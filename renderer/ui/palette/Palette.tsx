import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { COMMANDS } from '../../board/commands/commands'
import { useDeeds } from '../commands/deeds'
import { usePlatform, useSession } from '../hooks'
import { Icon } from '../kit/Icon'
import { Keys } from '../kit/Keys'
import { usePressBeside } from '../kit/usePressBeside'
import { type Asked, listAsked } from './matchNames'
import { noteAsked, recentlyAsked } from './recent'
import './palette.css'

interface Entry extends Asked {
  readonly group: string
  readonly keys: string | undefined
  run(): void
}

/** Everything that can be asked for, by its name. Arrow keys choose, Enter does it, Escape closes. */
export function Palette() {
  const { t } = useTranslation()
  const platform = usePlatform()
  const session = useSession()
  const entries = useEntries()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const [recent] = useState(() => recentlyAsked(platform))
  const sheet = useRef<HTMLDialogElement>(null)
  const list = useId()

  useEffect(() => {
    const before = document.activeElement
    sheet.current?.showModal()
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])

  const shown = listAsked(entries, query, recent)
  const present = Math.min(at, shown.length - 1)
  const idOf = (key: string) => `${list}-${key}`
  const close = () => session.overlay.set(null)
  const beside = usePressBeside(close)

  const choose = (entry: Entry | undefined) => {
    if (!entry?.isPossible) return
    noteAsked(platform, entry.key)
    // The focus is back on the wall before anything begins there.
    flushSync(close)
    entry.run()
  }

  const press = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const isAgain = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)
    const next = {
      ArrowDown: (present + 1) % Math.max(1, shown.length),
      ArrowUp: (present - 1 + shown.length) % Math.max(1, shown.length),
      PageDown: Math.min(present + 8, shown.length - 1),
      PageUp: Math.max(present - 8, 0),
    }[event.key]
    if (next !== undefined) {
      setAt(next)
      const key = shown[next]?.key
      if (key) document.getElementById(idOf(key))?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') choose(shown[present])
    else if (isAgain) close()
    else return
    event.preventDefault()
  }

  const chosen = shown[present]
  return (
    <dialog
      ref={sheet}
      className="palette"
      aria-label={t('commands.palette')}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      {...beside}
      onKeyDown={press}
    >
      <div className="palette-field">
        <Icon of={Search} />
        <input
          role="combobox"
          aria-label={t('palette.label')}
          aria-expanded="true"
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={chosen ? idOf(chosen.key) : undefined}
          className="palette-input"
          dir="auto"
          placeholder={t('palette.label')}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value)
            setAt(0)
          }}
        />
      </div>
      {shown.length === 0 && <p className="palette-none">{t('palette.none')}</p>}
      <div role="listbox" id={list} aria-label={t('commands.palette')} className="palette-list">
        {shown.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and takes the keys.
          <div
            key={entry.key}
            id={idOf(entry.key)}
            role="option"
            tabIndex={-1}
            aria-selected={index === present}
            aria-disabled={!entry.isPossible}
            className="palette-entry"
            onPointerMove={() => setAt(index)}
            onClick={() => choose(entry)}
          >
            <span className="palette-name">{entry.name}</span>
            <span className="palette-group">{entry.isPossible ? entry.group : t('palette.notNow')}</span>
            {entry.keys !== undefined && <Keys keys={entry.keys} />}
          </div>
        ))}
      </div>
      <p className="unseen" role="status">
        {t('palette.count', { count: shown.length })}
      </p>
    </dialog>
  )
}

function useEntries(): readonly Entry[] {
  const { t } = useTranslation()
  const session = useSession()
  const deeds = useDeeds()
  return [
    ...COMMANDS.filter(({ id }) => id !== 'palette').map((command) => ({
      key: command.id,
      name: t(`commands.${command.id}`),
      group: t(`commandGroups.${command.group}`),
      keys: command.keys?.[0],
      isPossible: command.isPossible(session),
      run: () => command.run(session),
    })),
    ...deeds.map(({ id, isPossible, run }) => ({
      key: `deed.${id}`,
      name: t(`deeds.${id}`),
      group: t('commandGroups.window'),
      keys: undefined,
      isPossible,
      run,
    })),
  ]
}
