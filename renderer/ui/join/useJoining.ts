import { useCallback, useEffect, useRef, useState } from 'react'
import type { FailureCode } from '#shared/failure'
import type { Replica } from '../../board/replica'
import type { HubAddress, Platform } from '../../platform/platform'
import type { Connect, Greeting, Way } from '../connect'
import { forgetVisit, rememberVisit, type Visit } from './visits'

export interface Joining {
  readonly isBusy: boolean
  /** The hub has not answered yet; it is asked again and again. */
  readonly isWaiting: boolean
  readonly failure: FailureCode | null
  join(address: HubAddress, greeting: Greeting, visit: Pick<Visit, 'code' | 'keeps'>): void
}

/** Asks the hub to let a guest in, once at a time, and hands the line over when it has. */
export function useJoining(
  connect: Connect,
  platform: Platform,
  onJoined: (way: Way, replica: Replica) => void,
): Joining {
  const [state, setState] = useState<'idle' | 'asking' | 'waiting'>('idle')
  const [failure, setFailure] = useState<FailureCode | null>(null)
  const asked = useRef<Replica | null>(null)
  useEffect(() => () => asked.current?.dispose(), [])

  const join = useCallback(
    (address: HubAddress, greeting: Greeting, visit: Pick<Visit, 'code' | 'keeps'>) => {
      asked.current?.dispose()
      setFailure(null)
      setState('asking')
      const replica = connect(address, greeting)
      asked.current = replica
      const follow = () => {
        const connection = replica.connection.get()
        if (connection.state === 'live') {
          stop()
          asked.current = null
          const token = replica.token()
          rememberVisit(platform, { token, ...visit }, greeting)
          const back: HubAddress =
            token === '' ? address : { ...address, credential: { kind: 'token', token } }
          onJoined({ address: back, greeting, path: null }, replica)
        } else if (connection.state === 'refused') {
          stop()
          asked.current = null
          replica.dispose()
          const isStranger = address.credential.kind === 'token' && connection.code === 'wrongCode'
          if (isStranger) forgetVisit(platform)
          // Nobody typed a wrong code: the link leads to a room that does not know this person.
          setFailure(isStranger ? null : connection.code)
          setState('idle')
        } else if (connection.state === 'offline') setState('waiting')
      }
      const stop = replica.connection.subscribe(follow)
      follow()
    },
    [connect, platform, onJoined],
  )
  return { isBusy: state !== 'idle', isWaiting: state === 'waiting', failure, join }
}
