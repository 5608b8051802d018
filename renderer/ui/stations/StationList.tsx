import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addStation } from '#shared/board/actions/stations'
import type { Card } from '#shared/board/schema'
import type { Box } from '#shared/cards/box'
import { MAX_ZOOM } from '../../board/camera'
import { boxOfStation, nameOfView } from '../../board/stations'
import { useRecords, useSession, useSignal } from '../hooks'
import { Button, IconButton } from '../kit/Button'
import { StationItem } from './StationItem'

/** The stations in their order, and the frames and themes of the wall that could be some. */
export function StationList() {
  const { t } = useTranslation()
  const session = useSession()
  const isWriter = useSignal(session.canWrite)
  const stations = useRecords('stations')
  const [renaming, setRenaming] = useState<string | null>(null)
  const offered = useOffered()

  const keep = (name: string, view: Box) => {
    session.undo.mark()
    return addStation(session.writer, name, view)
  }
  return (
    <section className="stations" aria-label={t('stations.title')}>
      <h2>{t('stations.title')}</h2>
      {stations.length === 0 && <p className="stations-hint">{t('stations.hint')}</p>}
      <ol>
        {stations.map((station, at) => (
          <StationItem
            key={station.id}
            station={station}
            place={at + 1}
            before={at > 1 ? (stations[at - 2]?.id ?? null) : null}
            after={stations[at + 1]?.id}
            isRenaming={renaming === station.id}
            onRename={(is) => setRenaming(is ? station.id : null)}
          />
        ))}
      </ol>
      {isWriter && (
        <Button
          icon={Plus}
          onClick={() => {
            const id = keep(nameOfView(session), session.camera.visible())
            session.station.set(id)
            setRenaming(id)
          }}
        >
          {t('stations.keep')}
        </Button>
      )}
      {offered.length > 0 && (
        <>
          <h3>{t('stations.frames')}</h3>
          <ul>
            {offered.map(({ card, box }) => (
              <li key={card.id} className="station-item">
                <button
                  type="button"
                  className="station-go"
                  onClick={() => session.camera.fit(box, 24, MAX_ZOOM)}
                >
                  <span className="station-words" dir="auto">
                    {card.text.trim() || t('stations.unnamed')}
                  </span>
                </button>
                {isWriter && (
                  <IconButton
                    icon={Plus}
                    label={t('stations.keepFrame', { name: card.text.trim() || t('stations.unnamed') })}
                    onClick={() => keep(card.text.trim(), grownBy(box, 24))}
                  />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** As many as one would look through in a list. */
const MOST = 40

/** The frames and themes that no station shows yet, in the order of the outline. */
function useOffered(): readonly { readonly card: Card; readonly box: Box }[] {
  const { scene } = useSession()
  const stations = useRecords('stations')
  const shown = new Set(stations.map((station) => boxKey(boxOfStation(station))))
  return useRecords('cards')
    .filter(({ type }) => type === 'frame' || type === 'theme')
    .slice(0, MOST)
    .flatMap((card) => {
      const box = scene.get(card.id)?.place
      return box && !shown.has(boxKey(grownBy(box, 24))) ? [{ card, box }] : []
    })
}

const grownBy = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
})

const boxKey = (box: Box | undefined): string =>
  box ? [box.x, box.y, box.width, box.height].map(Math.round).join() : ''
