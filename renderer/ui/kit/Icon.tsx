import type { LucideIcon } from 'lucide-react'

/** A decorative icon in the house stroke; whatever it stands beside carries the name. */
export function Icon({
  of: Drawing,
  size = 20,
  mirrors = false,
}: {
  of: LucideIcon
  /** CSS pixels */
  size?: number
  /** It points somewhere and turns round in right-to-left languages. */
  mirrors?: boolean
}) {
  return (
    <Drawing
      size={size}
      strokeWidth={1.75}
      aria-hidden="true"
      focusable="false"
      className={mirrors ? 'icon mirrors' : 'icon'}
    />
  )
}
