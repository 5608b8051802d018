import { type MouseEvent, type PointerEvent, useRef } from 'react'

/**
 * What a dialog listens with to a press beside its paper. The press must begin there: whoever marks words in a field and
 * lets go outside of the paper does not mean to close it.
 */
export function usePressBeside(onPress: () => void): {
  onPointerDown: (event: PointerEvent<HTMLDialogElement>) => void
  onClick: (event: MouseEvent<HTMLDialogElement>) => void
} {
  const beganBeside = useRef(false)
  return {
    onPointerDown: (event) => {
      beganBeside.current = event.target === event.currentTarget
    },
    onClick: (event) => {
      if (beganBeside.current && event.target === event.currentTarget) onPress()
    },
  }
}
