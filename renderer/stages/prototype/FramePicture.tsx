import { useMemo } from 'react'
import type { Stroke } from '#shared/board/schema'
import { FRAME_SIZE } from '#shared/cards/storyboard'
import { strokePath } from '../../exporters/drawing'
import { useRecords } from '../../ui/hooks'

/** What is drawn in a frame, small. */
export function FramePicture({ frame, name }: { frame: string; name: string }) {
  const all = useRecords('strokes')
  const strokes = useMemo(() => all.filter((stroke) => stroke.frame === frame), [all, frame])
  const [width, height] = FRAME_SIZE
  return (
    <svg className="frame-picture" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={name}>
      {strokes.map((stroke) => (
        <path
          key={stroke.id}
          d={pathOf(stroke)}
          className={`frame-stroke frame-${stroke.pen} frame-stroke-${stroke.tint} tint-${stroke.tint}`}
        />
      ))}
    </svg>
  )
}

// A stroke never changes once it is drawn, and its outline costs more than everything else here.
const paths = new WeakMap<Stroke, string>()

function pathOf(stroke: Stroke): string {
  const known = paths.get(stroke)
  if (known !== undefined) return known
  const path = stroke.ink ? strokePath({ ...stroke, ink: stroke.ink }) : ''
  paths.set(stroke, path)
  return path
}
