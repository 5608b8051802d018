import type { TemplatePicture } from '#shared/templates/picture'

/** Around the wall, as a share of its larger side. */
const MARGIN = 0.03
/** World units between two lines of a card, and how many letters stand on one. */
const LINE = 30
const LETTERS = 24

/** The wall of a template, drawn small: its fields and cards where they will lie, words as lines. */
export function TemplateWall({ picture: { width, height, boxes } }: { picture: TemplatePicture }) {
  const margin = MARGIN * Math.max(width, height)
  return (
    <svg
      viewBox={`${-margin} ${-margin} ${width + 2 * margin} ${height + 2 * margin}`}
      aria-hidden="true"
      focusable="false"
    >
      {boxes.map(({ kind, tint, x, y, width: wide, height: high, words }) => (
        <g key={`${x} ${y} ${kind}`}>
          <rect
            className={kind === 'theme' ? `template-field tint-${tint}` : `template-card tint-${tint}`}
            x={x}
            y={y}
            width={wide}
            height={high}
            rx={kind === 'theme' ? 16 : 8}
          />
          {kind === 'theme' ? (
            <rect
              className="template-title"
              x={x + 28}
              y={y + 34}
              width={Math.min(wide - 56, words * 9)}
              height="18"
              rx="9"
            />
          ) : (
            Array.from({ length: linesOf(words, high) }, (_, line) => (
              <rect
                // biome-ignore lint/suspicious/noArrayIndexKey: the drawing never changes.
                key={line}
                className="template-line"
                x={x + 24}
                y={y + 28 + line * LINE}
                width={line === linesOf(words, high) - 1 ? (wide - 48) * 0.55 : wide - 48}
                height="10"
                rx="5"
              />
            ))
          )}
        </g>
      ))}
    </svg>
  )
}

function linesOf(words: number, height: number): number {
  return Math.max(1, Math.min(Math.ceil(words / LETTERS), Math.floor((height - 40) / LINE)))
}
