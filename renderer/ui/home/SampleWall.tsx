import type { Tint } from '#shared/board/vocabulary'

const CARDS: readonly (readonly [x: number, y: number, tint: Tint, lines: number])[] = [
  [24, 52, 'lemon', 3],
  [84, 52, 'sky', 2],
  [24, 98, 'rose', 2],
  [84, 98, 'lemon', 3],
  [184, 40, 'mint', 3],
  [184, 86, 'sky', 2],
  [244, 86, 'peach', 3],
]
const STRIP = [30, 84, 138] as const

/** A drawing of a wall half way through a workshop: two themes with cards, and a storyboard. */
export function SampleWall() {
  return (
    <svg className="sample-wall" viewBox="0 0 328 232" aria-hidden="true" focusable="false">
      <rect className="sample-field" x="12" y="24" width="132" height="122" rx="8" />
      <rect className="sample-title" x="24" y="35" width="84" height="6" rx="3" />
      <rect className="sample-field" x="172" y="12" width="132" height="122" rx="8" />
      <rect className="sample-title" x="184" y="23" width="64" height="6" rx="3" />
      {CARDS.map(([x, y, tint, lines]) => (
        <g key={`${x}-${y}`}>
          <rect className={`sample-card tint-${tint}`} x={x} y={y} width="48" height="36" rx="3" />
          {Array.from({ length: lines }, (_, line) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: the drawing never changes.
              key={line}
              className="sample-line"
              x={x + 7}
              y={y + 8 + line * 8}
              width={line === lines - 1 ? 18 : 34}
              height="2.5"
              rx="1.25"
            />
          ))}
        </g>
      ))}
      <path className="sample-thread" d="M78 146c0 14 0 20 26 26" />
      <path className="sample-thread" d="M238 134c0 22-18 30-46 38" />
      {STRIP.map((x) => (
        <rect key={x} className="sample-frame" x={x} y="172" width="48" height="36" rx="3" />
      ))}
      <path className="sample-ink" d="M38 198c4-14 9-14 13 0m-6-18a4 4 0 1 0 .1 0" />
      <path className="sample-ink" d="M92 200h32m-26 0v-14l10-7 10 7v14" />
      <path
        className="sample-ink"
        d="M146 198c4-14 9-14 13 0m-6-18a4 4 0 1 0 .1 0m11 18c4-14 9-14 13 0m-6-18a4 4 0 1 0 .1 0"
      />
    </svg>
  )
}
