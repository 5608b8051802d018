import { type ReactNode, useMemo, useSyncExternalStore } from 'react'
import { drawSign, type Sign, type SignBrush } from '#shared/cards/signs'
import { pageColours, watchColours } from '../../canvas/useLook'

/** A sign as the wall draws it; whatever it stands in carries its name. */
export function SignPicture({ sign, size = 24 }: { sign: Sign /** CSS pixels */; size?: number }) {
  const colours = useSyncExternalStore(watchColours, pageColours)
  const drawing = useMemo(() => {
    const { brush, pieces } = createSvgBrush()
    drawSign(brush, sign, 12, 12, 22, colours)
    return pieces
  }, [sign, colours])
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {drawing}
    </svg>
  )
}

function createSvgBrush(): { readonly brush: SignBrush; readonly pieces: readonly ReactNode[] } {
  const pieces: ReactNode[] = []
  const list = (points: ArrayLike<number>) => Array.from(points, (value) => value.toFixed(2)).join(' ')
  const add = (piece: (key: number) => ReactNode) => void pieces.push(piece(pieces.length))
  return {
    pieces,
    brush: {
      disc: (x, y, radius, fill) => add((key) => <circle key={key} cx={x} cy={y} r={radius} fill={fill} />),
      shape: (points, fill) => add((key) => <polygon key={key} points={list(points)} fill={fill} />),
      line: (points, colour, width) =>
        add((key) => (
          <polyline
            key={key}
            points={list(points)}
            fill="none"
            stroke={colour}
            strokeWidth={width}
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        )),
    },
  }
}
