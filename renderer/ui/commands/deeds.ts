import { createContext, useContext } from 'react'
import type en from '../../../resources/languages/en.json'

/** What a person can ask for that is about this window and not about the wall; its name is `deeds.<id>`. */
export interface Deed {
  readonly id: keyof (typeof en)['deeds']
  readonly isPossible: boolean
  run(): void
}

export const DeedsContext = createContext<readonly Deed[]>([])

/** What the screen around offers. */
export function useDeeds(): readonly Deed[] {
  return useContext(DeedsContext)
}
