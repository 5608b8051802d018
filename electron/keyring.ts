import { z } from 'zod'
import type { Result } from '#shared/failure'
import { type OpenedBoard, openedBoard } from '#shared/ipc/contract'
import type { Hub } from './hubClient'

/**
 * Opens boards and remembers the passphrases of those that are open, so that they open again by themselves when
 * the hub has died. In memory only: no passphrase is ever written anywhere.
 */
export interface Keyring {
  /** Opens with this passphrase, or else with the one that opened the board before. */
  open(path: string, passphrase?: string): Promise<Result<OpenedBoard>>
  /** True for what opens this board, as far as it was opened here. */
  opens(path: string, passphrase: string | undefined): boolean
  /** Puts an open board under a passphrase, or under none. On failure the old state stands. */
  change(path: string, passphrase: string | null): Promise<Result<null>>
  /** What opens one board opens its copy. */
  share(path: string, copy: string): void
  forget(path: string): void
}

export function createKeyring(hub: Pick<Hub, 'ask'>): Keyring {
  /** Two while one is being changed: should the hub die meanwhile, nobody can say which of them it is. */
  const known = new Map<string, readonly string[]>()

  const openWith = async (path: string, passphrase: string | undefined) => {
    const request = { do: 'open', path, ...(passphrase === undefined ? {} : { passphrase }) } as const
    const opened = await hub.ask(request, openedBoard)
    if (opened.ok && opened.value.sealed && passphrase !== undefined) known.set(path, [passphrase])
    return opened
  }

  return {
    open: async (path, passphrase) => {
      if (passphrase !== undefined) return openWith(path, passphrase)
      for (const each of known.get(path) ?? []) {
        const opened = await openWith(path, each)
        if (opened.ok || opened.failure.code !== 'wrongPassphrase') return opened
      }
      return openWith(path, undefined)
    },
    opens: (path, passphrase) =>
      passphrase !== undefined && (known.get(path) ?? []).some((each) => isSame(each, passphrase)),
    change: async (path, passphrase) => {
      const before = known.get(path) ?? []
      if (passphrase !== null) known.set(path, [passphrase, ...before])
      const done = await hub.ask({ do: 'setPassphrase', path, passphrase }, z.null())
      if (done.ok) known.set(path, passphrase === null ? [] : [passphrase])
      // A hub that died may have written the file all the same.
      else if (done.failure.code !== 'unavailable') known.set(path, before)
      return done
    },
    share: (path, copy) => void known.set(copy, known.get(path) ?? []),
    forget: (path) => void known.delete(path),
  }
}

/** One that is typed in another way on another keyboard opens the same file. */
const isSame = (one: string, other: string): boolean => one.normalize('NFKC') === other.normalize('NFKC')
