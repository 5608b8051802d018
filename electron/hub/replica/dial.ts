import { isIP } from 'node:net'
import { connect, type TLSSocket } from 'node:tls'
import { failed, type Result, success } from '#shared/failure'
import type { RoomPlace } from '#shared/sync/place'
import { printOf } from '../../lan/certificate'

/** ms within which a computer on the same network answers, if it does. */
const ANSWERS_WITHIN = 6_000

/** Nothing came back: another address, a network that keeps its devices apart, or a firewall. */
const UNREACHED = ['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENOTFOUND', 'EAI_AGAIN']

export interface Dialled {
  readonly socket: TLSSocket
  /** The fingerprint of the computer that answered. */
  readonly print: string
}

/**
 * Opens an encrypted line to a place. Not a byte of ours has been written on it, and none ever is when the computer
 * there is not the one whose fingerprint the place has (`wrongFingerprint`). A place that says none takes whoever
 * answers: the fingerprint is known from then on. `noRoomThere` when a computer answers that hosts nothing,
 * `noWayThere` when none does.
 */
export function dial({ host, port, print }: RoomPlace): Promise<Result<Dialled>> {
  return new Promise((resolve) => {
    const socket = connect({
      host,
      port,
      // Nobody vouches for these certificates; the fingerprint takes the place of that.
      rejectUnauthorized: false,
      minVersion: 'TLSv1.3',
      ...(isIP(host) ? {} : { servername: host }),
    })
    const settle = (result: Result<Dialled>) => {
      clearTimeout(late)
      if (!result.ok) socket.destroy()
      resolve(result)
    }
    const late = setTimeout(() => settle(failed('noWayThere', 'no answer')), ANSWERS_WITHIN)
    socket.on('error', (error: Error & { code?: string }) =>
      settle(failed(UNREACHED.includes(error.code ?? '') ? 'noWayThere' : 'noRoomThere', error.message)),
    )
    socket.once('close', () => settle(failed('noRoomThere', 'closed')))
    socket.once('secureConnect', () => {
      const seen = printOf(socket.getPeerCertificate().raw)
      if (print !== '' && print !== seen) settle(failed('wrongFingerprint', `${host}:${port} is ${seen}`))
      else settle(success({ socket, print: seen }))
    })
  })
}
