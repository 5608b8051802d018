import type { Tint } from '#shared/board/vocabulary'

const SIGNS: Readonly<Record<Tint, string | null>> = {
  lemon: 'M10 4a6 6 0 1 1 0 12a6 6 0 0 1 0-12z',
  sky: 'M2 12c2.7-6 5.3-6 8 0s5.3 6 8 0v-4c-2.7 6-5.3 6-8 0s-5.3-6-8 0z',
  mint: 'M4 16C3 8 8 4 16 4c0 8-4 13-12 12z',
  rose: 'M10 17C3 12 2 9 4 6s5-2 6 1c1-3 4-4 6-1s1 6-6 11z',
  lilac: 'M10 3l7 7l-7 7l-7-7z',
  peach: 'M10 4l7 12h-14z',
  sand: 'M4 4h12v12h-12z',
  white: null,
}

/** The sign that goes with a tint, so that no meaning rests on colour alone. */
export function TintSign({ tint, size = 14 }: { tint: Tint /** CSS pixels */; size?: number }) {
  const path = SIGNS[tint]
  return (
    <svg
      className="sign-of-tint"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      {path && <path d={path} />}
    </svg>
  )
}
