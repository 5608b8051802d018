import './mark.css'

/** The sign of Common Ground: two papers that share a piece of ground. */
export function Mark({ size = 40 }: { /** CSS pixels */ size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <rect className="mark-paper" x="3" y="4" width="22" height="22" rx="4" />
      <rect className="mark-paper mark-second" x="15" y="14" width="22" height="22" rx="4" />
      <path className="mark-ground" d="M15 18a4 4 0 0 1 4-4h6v8a4 4 0 0 1-4 4h-6z" />
    </svg>
  )
}
