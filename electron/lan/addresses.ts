import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os'
import { type Invitation, NO_NETWORK } from '#shared/ipc/contract'

export type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>

/** Networks inside this computer or through a tunnel: a guest in the room is seldom there. */
const UNLIKELY =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|utun|tun|tap|tailscale|zt|wg|ham|awdl|llw|bridge)|vpn|vmware|virtualbox|wireguard|nordlynx|zerotier|hyper-v/i
/** What a computer is called on the hotspot that it makes itself: Windows, NetworkManager, and a Mac on `bridge100`. */
const HOTSPOTS: readonly string[] = ['192.168.137.1', '10.42.0.1', '192.168.2.1']
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
  return found.map((each) => ({
    network: each.network,
    url: urlOf(each.address),
    ...(unlikelihood(each) >= DOUBTFUL ? { isDoubtful: true } : {}),
  }))
}

/** From here on nobody but this computer is on a network, or nothing there gives addresses. */
const DOUBTFUL = 50

function unlikelihood({ network, address }: { network: string; address: string }): number {
  // Whoever makes a hotspot wants people on it.
  if (HOTSPOTS.includes(address)) return -1
  const byName = UNLIKELY.test(network) ? 100 : LIKELY.test(network) ? 0 : 10
  // 169.254 means that nobody gave this interface an address.
  if (address.startsWith('169.254.')) return byName + 50
  if (address.startsWith('192.168.')) return byName
  return byName + (/^(10|172\.(1[6-9]|2\d|3[01]))\./.test(address) ? 1 : 5)
}
