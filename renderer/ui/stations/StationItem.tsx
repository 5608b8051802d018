import { ArrowDown, ArrowUp, Ellipsis, PencilLine, ScanEye, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import {
  deleteStation,
  moveStation,
  putBackStation,
  renameStation,
  retakeStation,
} from '#shared/board/actions/stations'
import type { Station } from '#shared/board/schema'
import { goToStation } from '../../board/stations'
import { useSession, useSignal } from '../hooks'
import { IconButton } from '../kit/Button'
import { Menu } from '../kit/Menu'
import { useNotices } from '../kit/notices'

/** Longer than a sign says. */
const MAX_NAME = 120

/** One station: a press goes there, Alt with the arrows moves it in the row, F2 gives it another name. */
export function StationItem({
  station,
  place,
  before,
  after,
  isRenaming,
  onRename,
}: {
  station: Station
  /** From 1. */
  place: number
  /** Behind which it comes when it moves up; null for the beginning. */
  before: string | null
  /** Behind which it comes when it moves down; undefined for the last one. */
  after: string | undefined
  isRenaming: boolean
  onRename: (is: boolean) => void
}) {
  const { t } = useTranslation()
  const session = useSession()
  const notices = useNotices()
  const isWriter = useSignal(session.canWrite)
  const isPresent = useSignal(session.station) === station.id
  const { writer, undo } = session
  const go = useRef<HTMLButtonElement>(null)
  const wasRenaming = useRef(isRenaming)
  useEffect(() => {
    // The field took the focus with it, unless somebody pressed elsewhere.
    if (wasRenaming.current && !isRenaming && document.activeElement === document.body) go.current?.focus()
    wasRenaming.current = isRenaming
  }, [isRenaming])
  const name = station.name || t('stations.unnamed')

  const inOneStep = (change: () => void) => () => {
    undo.mark()
    change()
  }
  const up = place > 1 ? inOneStep(() => moveStation(writer, station.id, before)) : undefined
  const down = after === undefined ? undefined : inOneStep(() => moveStation(writer, station.id, after))
  const remove = () => {
    undo.mark()
    deleteStation(writer, station.id)
    notices.say({
      words: t('stations.deleted', { name }),
      action: { label: t('tools.putBack'), run: () => putBackStation(writer, station.id) },
    })
  }
  const press = (event: KeyboardEvent) => {
    const does = event.altKey
      ? { ArrowUp: up, ArrowDown: down }[event.key]
      : { F2: () => onRename(true), Delete: remove }[event.key]
    if (!does || !isWriter) return
    event.preventDefault()
    does()
  }

  if (isRenaming)
    return (
      <li className="station-item">
        <NameField
          name={station.name}
          onDone={(next) => {
            if (next !== null && next !== station.name) {
              undo.mark()
              renameStation(writer, station.id, next)
            }
            onRename(false)
          }}
        />
      </li>
    )
  return (
    <li className="station-item">
      <button
        ref={go}
        type="button"
        className="station-go"
        aria-current={isPresent ? 'step' : undefined}
        {...(isPresent ? { 'data-first': '' } : {})}
        onClick={() => goToStation(session, station.id)}
        onKeyDown={press}
      >
        <span className="station-place">{place}</span>
        <span className="station-words" dir="auto">
          {name}
        </span>
      </button>
      {isWriter && (
        <Menu
          label={t('stations.more', { name })}
          items={[
            {
              key: 'rename',
              label: t('stations.rename'),
              icon: PencilLine,
              keys: 'F2',
              choose: () => onRename(true),
            },
            {
              key: 'retake',
              label: t('stations.retake'),
              icon: ScanEye,
              choose: inOneStep(() => retakeStation(writer, station.id, session.camera.visible())),
            },
            ...(up
              ? [{ key: 'up', label: t('stations.up'), icon: ArrowUp, keys: 'Alt+ArrowUp', choose: up }]
              : []),
            ...(down
              ? [
                  {
                    key: 'down',
                    label: t('stations.down'),
                    icon: ArrowDown,
                    keys: 'Alt+ArrowDown',
                    choose: down,
                  },
                ]
              : []),
            { key: 'delete', label: t('stations.delete'), icon: Trash2, danger: true, choose: remove },
          ]}
          trigger={(props) => (
            <IconButton
              icon={Ellipsis}
              label={t('stations.more', { name })}
              {...props}
              data-hint={t('board.more')}
            />
          )}
        />
      )}
    </li>
  )
}

function NameField({ name, onDone }: { name: string; onDone: (name: string | null) => void }) {
  const { t } = useTranslation()
  return (
    <input
      className="field-input"
      aria-label={t('stations.name')}
      dir="auto"
      maxLength={MAX_NAME}
      defaultValue={name}
      placeholder={t('stations.name')}
      ref={(field) => {
        if (!field || field === document.activeElement) return
        field.focus()
        field.select()
      }}
      onBlur={(event) => onDone(event.currentTarget.value.trim())}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') onDone(event.currentTarget.value.trim())
        else if (event.key === 'Escape') onDone(null)
        else return
        // Escape ends the writing and not the list.
        event.stopPropagation()
        event.preventDefault()
      }}
    />
  )
}
