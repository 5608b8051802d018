import { addCard } from '#shared/board/actions/cards'
import { addStroke } from '#shared/board/actions/prototypes'
import type { Pen, Tint } from '#shared/board/vocabulary'
import type { Point } from '#shared/cards/box'
import { encodeInk, type InkPoint } from '#shared/cards/ink'
import { type DrawnWith, extentOf, frameInkWidth, inkWidth } from '#shared/cards/inkShape'
import { FRAME_SIZE } from '#shared/cards/storyboard'
import { hitWall } from '../hit'
import type { PointerEventData } from '../input'
import { frameAround } from './framing'
import type { Bench, Gesture, Tool } from './tool'

/**
 * A tool that draws. A stroke begun inside a storyboard's frame belongs to that frame, else it becomes a card, which
 * lies in the frame around its middle.
 */
function drawingTool(pen: Pen): Tool {
  return {
    name: pen,
    cursor: 'crosshair',
    isForPens: true,
    press: (bench, event) => (bench.canWrite.get() ? drawing(bench, event, pen) : null),
  }
}

/** Draws lines whose width follows the pressure. */
export const pen = drawingTool('pen')

/** Draws broad even lines that what is below shines through. */
export const highlighter = drawingTool('highlighter')

function drawing(bench: Bench, press: PointerEventData, pen: Pen): Gesture {
  const drawnWith = { pen, ...bench.options.get()[pen] }
  const frame = frameAt(bench, bench.camera.toWorld(press.at))
  const clip = frame && {
    x: frame.origin[0],
    y: frame.origin[1],
    width: FRAME_SIZE[0],
    height: FRAME_SIZE[1],
  }
  const width = frame ? frameInkWidth(drawnWith) : inkWidth(drawnWith)
  const points: InkPoint[] = []
  const key = {}
  const take = (samples: PointerEventData['samples']) => {
    for (const { at, pressure } of samples)
      points.push([...bench.camera.toWorld(at), pressureOf(press, pressure)])
    bench.preview.draw(key, { points, width, pen, tint: drawnWith.tint, clip })
  }
  const gesture: Gesture = {
    name: 'drawing',
    move(next) {
      take(next.samples)
      return gesture
    },
    up() {
      bench.undo.mark()
      if (frame) addStroke(bench.writer, frame.id, encodeInk(shifted(points, frame.origin)), drawnWith)
      else keepOnWall(bench, points, drawnWith)
      bench.preview.drop(key)
    },
    cancel: () => bench.preview.drop(key),
  }
  take(press.samples)
  return gesture
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

function keepOnWall(
  bench: Bench,
  points: readonly InkPoint[],
  drawnWith: DrawnWith & { readonly tint: Tint },
): void {
  const box = extentOf(points, inkWidth(drawnWith))
  if (!box) return
  addCard(bench.writer, {
    type: 'ink',
    ...drawnWith,
    stage: bench.records.singleton('meta').stage,
    theme: frameAround(bench, box),
    pos: [box.x, box.y],
    size: [box.width, box.height, 0],
    ink: encodeInk(shifted(points, [box.x, box.y])),
  })
}

const shifted = (points: readonly InkPoint[], [dx, dy]: Point): InkPoint[] =>
  points.map(([x, y, pressure]) => [x - dx, y - dy, pressure])
