import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os'

export type Networks = () => Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>

/** ms between two looks; no system tells a program of a network that came or went in the same way. */
const LOOK_EVERY = 3_000

/** Calls `changed` after this computer has joined or left a network, or has another address in one. Returns how to stop. */
export function watchNetworks(changed: () => void, networks: Networks = networkInterfaces): () => void {
  const here = () =>
    Object.entries(networks())
      .flatMap(([name, addresses]) => (addresses ?? []).map(({ address }) => `${name} ${address}`))
      .sort()
      .join('\n')
  let before = here()
  const timer = setInterval(() => {
    const now = here()
    if (now === before) return
    before = now
    changed()
  }, LOOK_EVERY)
  timer.unref()
  return () => clearInterval(timer)
}
