import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { PurgeOrder } from '#shared/board/purgeOrder'
import { usePlatform, useSession, useSignal } from '../hooks'
import { PurgeDialog } from './PurgeDialog'

type Ask = (order: PurgeOrder) => void

const PurgeContext = createContext<Ask | null>(null)

/** Asks whether a person's or a story's words are to go for good; null where nobody may do that. */
export function usePurge(): Ask | null {
  return useContext(PurgeContext)
}

/**
 * Offers to remove words for good to whoever hosts the board from this window. The dialog lives here and not
 * beside what was asked for, since that goes.
 */
export function PurgeProvider({ path, children }: { path: string | null; children: ReactNode }) {
  const { desktop } = usePlatform()
  const { replica } = useSession()
  const role = useSignal(replica.me)?.role
  const [asked, setAsked] = useState<PurgeOrder | null>(null)
  const mayPurge = desktop !== null && path !== null && role === 'facilitator'
  const ask = useMemo(() => (mayPurge ? setAsked : null), [mayPurge])
  return (
    <PurgeContext value={ask}>
      {children}
      {asked && path !== null && <PurgeDialog path={path} order={asked} onClose={() => setAsked(null)} />}
    </PurgeContext>
  )
}
