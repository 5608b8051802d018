import { ChevronLeft, ChevronRight, Signpost } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandButton } from '../commands/CommandButton'
import { useRecords, useSession, useSignal } from '../hooks'
import { Icon } from '../kit/Icon'
import { Popover } from '../kit/Popover'
import { StationList } from './StationList'
import './stations.css'

/** Goes through the stations of the wall in this window; its middle opens the list of them. */
export function StationBar() {
  const { t } = useTranslation()
  const { overlay, station, canWrite } = useSession()
  const stations = useRecords('stations')
  const present = useSignal(station)
  const isOpen = useSignal(overlay) === 'stations'
  const isWriter = useSignal(canWrite)
  const button = useRef<HTMLButtonElement>(null)
  if (stations.length === 0 && !isWriter && !isOpen) return null
  const at = stations.findIndex(({ id }) => id === present)
  const name = stations[at]?.name
  return (
    <nav
      className={stations.length > 0 || isOpen ? 'station-bar' : 'station-bar station-bar-empty'}
      aria-label={t('stations.title')}
    >
      {stations.length > 0 && (
        <CommandButton
          id="previousStation"
          icon={ChevronLeft}
          mirrors
          hint="above"
          disabled={at === 0 || stations.length === 0}
        />
      )}
      <button
        ref={button}
        type="button"
        className="station-present"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => overlay.set(isOpen ? null : 'stations')}
      >
        <Icon of={Signpost} />
        <span className="station-name" dir="auto">
          {name === undefined ? t('stations.title') : name || t('stations.unnamed')}
        </span>
        {stations.length > 0 && (
          <span className="station-count">
            {at >= 0 ? t('stations.place', { at: at + 1, of: stations.length }) : stations.length}
          </span>
        )}
      </button>
      {stations.length > 0 && (
        <CommandButton
          id="nextStation"
          icon={ChevronRight}
          mirrors
          hint="above"
          disabled={at === stations.length - 1}
        />
      )}
      <p className="unseen" role="status">
        {at >= 0 && t('stations.said', { at: at + 1, of: stations.length, name: name ?? '' })}
      </p>
      {isOpen && (
        <Popover anchor={button} className="popover station-sheet" onClose={() => overlay.set(null)}>
          <StationList />
        </Popover>
      )}
    </nav>
  )
}
