import { useEffect, useEffectEvent, useState } from 'react'

/** What somebody holds over the wall. */
const isBrought = (data: DataTransfer | null): data is DataTransfer =>
  data !== null && ['Files', 'text/uri-list', 'text/plain'].some((type) => data.types.includes(type))

/**
 * Follows what is dragged in from other programs; `drop` gets what was let go of over the wall. True while it would
 * land there. Let go of elsewhere it does nothing: by itself a browser would leave the room and show the file.
 */
export function useDrops(drop: (data: DataTransfer, at: readonly [x: number, y: number]) => void): boolean {
  const [isOver, setOver] = useState(false)
  const onDrop = useEffectEvent(drop)
  useEffect(() => {
    const stop = new AbortController()
    const on = (name: 'dragover' | 'drop' | 'dragleave', listener: (event: DragEvent) => void) =>
      window.addEventListener(name, listener, { signal: stop.signal })
    const wallOf = ({ target }: DragEvent): Element | null =>
      target instanceof Element ? target.closest('.wall-area') : null
    on('dragover', (event) => {
      // A list of the panels takes files of its own.
      if (event.defaultPrevented || !isBrought(event.dataTransfer) || isField(event.target)) return
      event.preventDefault()
      const isHere = wallOf(event) !== null
      event.dataTransfer.dropEffect = isHere ? 'copy' : 'none'
      setOver(isHere)
    })
    on('dragleave', (event) => {
      if (event.relatedTarget === null) setOver(false)
    })
    on('drop', (event) => {
      setOver(false)
      if (event.defaultPrevented || !isBrought(event.dataTransfer) || isField(event.target)) return
      event.preventDefault()
      const wall = wallOf(event)
      if (!wall) return
      const { left, top } = wall.getBoundingClientRect()
      onDrop(event.dataTransfer, [event.clientX - left, event.clientY - top])
    })
    return () => stop.abort()
  }, [])
  return isOver
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, [contenteditable="true"]') !== null
