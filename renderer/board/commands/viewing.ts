import { unionOf } from '#shared/cards/box'
import type { Camera } from '../camera'
import type { Command, CommandBench } from './command'

/** How much closer one press comes. */
export const ZOOM_STEP = 1.25

/** Shows everything on the wall. */
export function zoomToFit({ camera, scene }: Pick<CommandBench, 'scene' | 'camera'>): void {
  const bounds = scene.bounds()
  if (bounds) camera.fit(bounds)
}

function zoomTo(camera: Camera, zoom: number): void {
  camera.go({ ...camera.view.get(), zoom })
}

/** Which part of the wall is in view, and how near. */
export const VIEWING: readonly Command[] = [
  {
    id: 'zoomIn',
    group: 'view',
    keys: ['Control++', 'Control+='],
    isPossible: () => true,
    run: ({ camera }) => zoomTo(camera, camera.view.get().zoom * ZOOM_STEP),
  },
  {
    id: 'zoomOut',
    group: 'view',
    keys: ['Control+-'],
    isPossible: () => true,
    run: ({ camera }) => zoomTo(camera, camera.view.get().zoom / ZOOM_STEP),
  },
  {
    id: 'zoomActual',
    group: 'view',
    keys: ['Control+0'],
    isPossible: () => true,
    run: ({ camera }) => zoomTo(camera, 1),
  },
  {
    id: 'zoomToFit',
    group: 'view',
    keys: ['Shift+1'],
    reach: 'board',
    menu: ['wall'],
    isPossible: ({ scene }) => scene.size > 0,
    run: zoomToFit,
  },
  {
    id: 'zoomToSelection',
    group: 'view',
    keys: ['Shift+2'],
    reach: 'board',
    menu: ['card'],
    isPossible: ({ selection }) => selection.ids.get().size > 0,
    run({ camera, scene, selection }) {
      const box = unionOf([...selection.ids.get()].flatMap((id) => scene.get(id)?.bounds ?? []))
      if (box) camera.fit(box, 96, 2)
    },
  },
]
