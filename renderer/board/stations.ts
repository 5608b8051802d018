import type { Station } from '#shared/board/schema'
import type { Box } from '#shared/cards/box'
import { MAX_ZOOM } from './camera'
import type { Session } from './session'

type Looker = Pick<Session, 'records' | 'camera' | 'station'>

/** What a station shows; undefined when its record holds no such thing. */
export function boxOfStation({ view }: Station): Box | undefined {
  const [x = 0, y = 0, width = 0, height = 0] = view
  return width > 0 && height > 0 ? { x, y, width, height } : undefined
}

/** Shows a station, in this window only. */
export function goToStation({ records, camera, station }: Looker, id: string): void {
  const record = records.get('stations', id)
  const box = record && boxOfStation(record)
  if (!box) return
  station.set(id)
  camera.fit(box, 0, MAX_ZOOM)
}

/** The station `steps` further than the present one; from nowhere, the first or the last. */
export function stationBeside({ records, station }: Looker, steps: 1 | -1): Station | undefined {
  const all = records.all('stations')
  const at = all.findIndex(({ id }) => id === station.get())
  if (at < 0) return all.at(steps > 0 ? 0 : -1)
  return all[at + steps]
}

/** The words of the theme or frame that takes up most of the view; empty when there is none. */
export function nameOfView({ scene, camera }: Pick<Session, 'scene' | 'camera'>): string {
  const seen = camera.visible()
  let name = ''
  let most = 0
  for (const { card, place, kind } of scene.within(seen)) {
    if (!kind.isField || card.text.trim() === '') continue
    const width = Math.min(place.x + place.width, seen.x + seen.width) - Math.max(place.x, seen.x)
    const height = Math.min(place.y + place.height, seen.y + seen.height) - Math.max(place.y, seen.y)
    if (width * height <= most) continue
    most = width * height
    name = card.text.trim()
  }
  return name
}
