import type { WebSocket } from 'ws'
import { ROOM_PORT } from '#shared/sync/place'
import type { Identity } from '../lan/certificate'
import { openIdentity } from '../lan/identity'
import type { PictureDesk } from '../lan/pictureRoute'
import { type LanOptions, openServer, type Server, type ServerOptions } from '../lan/server'

/** The servers over which windows reach the boards: one for this machine, one for the network while it is let in. */
export interface Servers {
  local(): Promise<Server>
  /** Rejects when there is no network to listen on; the next try is a new one. */
  network(): Promise<Server>
  /** What this computer proves itself with to other desktop apps. */
  identity(): Promise<Identity>
  closeNetwork(): Promise<void>
  close(): Promise<void>
}

/** Listens when first asked. */
export function createServers(
  options: LanOptions & Pick<ServerOptions, 'rendererFolder'> & { readonly identityFolder?: string },
  serve: (socket: WebSocket, address: string) => void,
  desk: PictureDesk,
): Servers {
  let local: Promise<Server> | undefined
  let network: Promise<Server> | undefined
  let identity: Promise<Identity> | undefined
  const servers: Servers = {
    local() {
      local ??= openServer({ ...options, address: '127.0.0.1', port: 0 }, serve, desk)
      return local
    },
    network() {
      const address = options.loopbackOnly ? '127.0.0.1' : '0.0.0.0'
      network ??= servers
        .identity()
        .then((identity) =>
          openServer({ ...options, identity, address, port: options.port ?? ROOM_PORT }, serve, desk),
        )
        .catch((error) => {
          network = undefined
          throw error
        })
      return network
    },
    identity() {
      identity ??= openIdentity(options.identityFolder)
      return identity
    },
    async closeNetwork() {
      const server = network
      network = undefined
      await (await server)?.close()
    },
    async close() {
      await servers.closeNetwork()
      const server = local
      local = undefined
      await (await server)?.close()
    },
  }
  return servers
}
