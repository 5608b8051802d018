import { useContext } from 'react'
import { OpenedBoardContext, useSession, useSignal } from '../hooks'

/** True in the app that hosts the board: not for a copy of somebody else's, unless the room was taken over here. */
export function useIsHost(): boolean {
  const { replica } = useSession()
  const isJoined = Boolean(useContext(OpenedBoardContext)?.joined)
  const role = useSignal(replica.me)?.role
  return !isJoined || role === 'facilitator'
}
