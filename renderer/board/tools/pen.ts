import { addCard } from '#shared/board/actions/cards'
import { addStroke } from '#shared/board/actions/prototypes'
import type { Point } from '#shared/cards/box'
import { encodeInk, type InkPoint } from '#shared/cards/ink'
import { extentOf, FRAME_PEN_WIDTH, PEN_WIDTH } from '#shared/cards/inkShape'
import { FRAME_SIZE } from '#shared/cards/storyboard'
import { hitWall } from '../hit'
import type { PointerEventData } from '../input'
import type { Bench, Gesture, Tool } from './tool'

/** Draws. A stroke begun inside a storyboard's frame belongs to that frame, else it becomes a card. */
export const pen: Tool = {
  name: 'pen',
  cursor: 'crosshair',
  isForPens: true,
  press(bench, event) {
    if (!bench.canWrite.get()) return null
    const frame = frameAt(bench, bench.camera.toWorld(event.at))
    const clip = frame && {
      x: frame.origin[0],
      y: frame.origin[1],
      width: FRAME_SIZE[0],
      height: FRAME_SIZE[1],
    }
    const points: InkPoint[] = []
    const key = {}
    const take = (samples: PointerEventData['samples']) => {
      for (const { at, pressure } of samples)
        points.push([...bench.camera.toWorld(at), pressureOf(event, pressure)])
      bench.preview.draw(key, { points, width: frame ? FRAME_PEN_WIDTH : PEN_WIDTH, clip })
    }
    const drawing: Gesture = {
      name: 'drawing',
      move(next) {
        take(next.samples)
        return drawing
      },
      up() {
        bench.undo.mark()
        if (frame) addStroke(bench.writer, frame.id, encodeInk(shifted(points, frame.origin)))
        else keepOnWall(bench, points)
        bench.preview.drop(key)
      },
      cancel: () => bench.preview.drop(key),
    }
    take(event.samples)
    return drawing
  },
}

// A mouse and most fingers have no pressure: an even line.
const pressureOf = ({ device }: PointerEventData, pressure: number): number =>
  device === 'pen' ? pressure : 0.5

function frameAt(bench: Bench, point: Point): { readonly id: string; readonly origin: Point } | null {
  const hit = hitWall(bench.scene, point)
  if (hit?.part.name !== 'frame') return null
  const { place } = hit.drawable
  return { id: hit.part.frame, origin: [place.x + hit.part.origin[0], place.y + hit.part.origin[1]] }
}

function keepOnWall(bench: Bench, points: readonly InkPoint[]): void {
  const box = extentOf(points)
  if (!box) return
  addCard(bench.writer, {
    type: 'ink',
    tint: 'white',
    stage: bench.records.singleton('meta').stage,
    pos: [box.x, box.y],
    size: [box.width, box.height, 0],
    ink: encodeInk(shifted(points, [box.x, box.y])),
  })
}

const shifted = (points: readonly InkPoint[], [dx, dy]: Point): InkPoint[] =>
  points.map(([x, y, pressure]) => [x - dx, y - dy, pressure])
