import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os'
import { type Invitation, NO_NETWORK } from '#shared/ipc/contract'

export type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>

/** Networks inside this computer or through a tunnel: a guest in the room is seldom there. */
const UNLIKELY =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|utun|tun|tap|tailscale|zt|wg|ham|awdl|llw|bridge)/i
const LIKELY = /^(wl|wi-?fi|en\d|eth|ethernet|lan)/i

/** The addresses a guest may use, the likeliest first: one per interface; this computer's own only when there is none. */
export function invitationAddresses(
  listening: string,
  port: number,
  code: string,
  interfaces: Interfaces = networkInterfaces(),
): Invitation['addresses'] {
  const urlOf = (address: string) => `http://${address}:${port}/#${code}`
  if (listening !== '0.0.0.0') return [{ network: 'loopback', url: urlOf(listening) }]
  const found = Object.entries(interfaces)
    .flatMap(([network, addresses]) => {
      const usable = addresses?.find(({ family, internal }) => family === 'IPv4' && !internal)
      return usable ? [{ network, address: usable.address }] : []
    })
    .sort((a, b) => unlikelihood(a) - unlikelihood(b))
  if (found.length === 0) return [{ network: NO_NETWORK, url: urlOf('127.0.0.1') }]
  return found.map(({ network, address }) => ({ network, url: urlOf(address) }))
}

function unlikelihood({ network, address }: { network: string; address: string }): number {
  const byName = UNLIKELY.test(network) ? 100 : LIKELY.test(network) ? 0 : 10
  // 169.254 means that nobody gave this interface an address.
  if (address.startsWith('169.254.')) return byName + 50
  if (address.startsWith('192.168.')) return byName
  return byName + (/^(10|172\.(1[6-9]|2\d|3[01]))\./.test(address) ? 1 : 5)
}
