import { createContext, useContext, useLayoutEffect } from 'react'

/** Told when a sheet comes beside the wall; the answer is called when it goes. */
export const SheetPlaceContext = createContext<() => () => void>(() => () => {})

/** Makes place for a sheet beside the wall, for as long as it is shown. */
export function useSheetPlace(isShown = true): void {
  const comes = useContext(SheetPlaceContext)
  useLayoutEffect(() => (isShown ? comes() : undefined), [comes, isShown])
}
