import type { WebSocket } from 'ws'
import type { PictureDesk } from '../lan/pictureRoute'
import { type LanOptions, openServer, type Server, type ServerOptions } from '../lan/server'

/** The servers over which windows reach the boards: one for this machine, one for the network while it is let in. */
export interface Servers {
  local(): Promise<Server>
  /** Rejects when there is no network to listen on; the next try is a new one. */
  network(): Promise<Server>
  closeNetwork(): Promise<void>
  close(): Promise<void>
}

/** Listens when first asked. */
export function createServers(
  options: LanOptions & Pick<ServerOptions, 'rendererFolder'>,
  serve: (socket: WebSocket, address: string) => void,
  desk: PictureDesk,
): Servers {
  let local: Promise<Server> | undefined
  let network: Promise<Server> | undefined
  const servers: Servers = {
    local() {
      local ??= openServer({ ...options, address: '127.0.0.1', port: 0 }, serve, desk)
      return local
    },
    network() {
      const address = options.loopbackOnly ? '127.0.0.1' : '0.0.0.0'
      network ??= openServer({ ...options, address, port: options.port ?? PORT }, serve, desk).catch(
        (error) => {
          network = undefined
          throw error
        },
      )
      return network
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

/** The port a room is first looked for at: one that people can learn. */
const PORT = 4747
