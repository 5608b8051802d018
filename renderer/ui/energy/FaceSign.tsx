import { Annoyed, Frown, Laugh, type LucideIcon, Meh, Smile } from 'lucide-react'
import type { Face } from '#shared/room/energy'
import { Icon } from '../kit/Icon'

const SIGNS: Readonly<Record<Face, LucideIcon>> = {
  drained: Frown,
  low: Annoyed,
  fair: Meh,
  good: Smile,
  great: Laugh,
}

/** One of the five faces. */
export function FaceSign({ face, size }: { face: Face /** CSS pixels */; size: number }) {
  return <Icon of={SIGNS[face]} size={size} />
}
