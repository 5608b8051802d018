import { createServer } from 'node:net'
import { ROOM_PORT } from '#shared/sync/place'
import type { Identity } from '../lan/certificate'
import { openIdentity } from '../lan/identity'
import type { PictureDesk } from '../lan/pictureRoute'
import { type LanOptions, type OnSocket, openServer, type Server, type ServerOptions } from '../lan/server'

/** The servers over which windows reach the boards: one for this machine, one for the network while it is let in. */
export interface Servers {
  local(): Promise<Server>
  /** Rejects when there is no network to listen on; the next try is a new one. */
  network(): Promise<Server>
  /** The port at which it is looked for first. */
  port(): Promise<number>
  /** What this computer proves itself with to other desktop apps. */
  identity(): Promise<Identity>
  closeNetwork(): Promise<void>
  close(): Promise<void>
}

/** Listens when first asked. */
export function createServers(
  options: LanOptions & Pick<ServerOptions, 'rendererFolder'> & { readonly identityFolder?: string },
  serve: OnSocket,
  desk: PictureDesk,
): Servers {
  let local: Promise<Server> | undefined
  let network: Promise<Server> | undefined
  let identity: Promise<Identity> | undefined
  let port: Promise<number> | undefined
  const servers: Servers = {
    local() {
      local ??= openServer({ ...options, address: '127.0.0.1', port: 0 }, serve, desk)
      return local
    },
    network() {
      const address = options.loopbackOnly ? '127.0.0.1' : '0.0.0.0'
      network ??= Promise.all([servers.identity(), servers.port()])
        .then(([identity, port]) => openServer({ ...options, identity, address, port }, serve, desk))
        .catch((error) => {
          network = undefined
          throw error
        })
      return network
    },
    port() {
      port ??= options.port === 0 ? unusedPort() : Promise.resolve(options.port ?? ROOM_PORT)
      return port
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

/** Any port, chosen before somebody listens on it: others are told where they would find this hub. */
function unusedPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const trial = createServer()
    trial.once('error', reject)
    trial.listen(0, '127.0.0.1', () => {
      const bound = trial.address()
      trial.close(() => resolve(typeof bound === 'object' && bound ? bound.port : 0))
    })
  })
}
