import { useCallback, useRef, useState } from 'react'

/** Windows narrower than this one have no place for a sheet between the wall and the panel. */
const SMALL = '(760px <= width < 1500px)'

/** Text fields have a visible focus at any time, other controls only when keys led there. */
const ATTENDED = '.side-panel :focus-visible'

/**
 * Whether the panel beside the wall is wanted, and whether it is folded away for now. On a small laptop a sheet that
 * comes beside the wall takes the panel's place, and the panel comes back with its end; never from under somebody who
 * writes in it or goes through it by keys.
 */
export function useSidePanel(isPage: boolean) {
  const [isOpen, setOpen] = useState(true)
  // A page wants the room that a panel beside the wall may have.
  const [isOpenOnPages, setOpenOnPages] = useState(false)
  const [isFolded, setFolded] = useState(false)
  const sheets = useRef(0)
  const comes = useCallback(() => {
    sheets.current++
    if (sheets.current === 1 && matchMedia(SMALL).matches && !document.querySelector(ATTENDED))
      setFolded(true)
    return () => {
      sheets.current--
      if (sheets.current === 0) setFolded(false)
    }
  }, [])
  const want = (isWanted: boolean) => {
    setFolded(false)
    if (isPage) setOpenOnPages(isWanted)
    else setOpen(isWanted)
  }
  return { isWanted: isPage ? isOpenOnPages : isOpen, isFolded, want, comes }
}
