import type { BrowserWindow } from 'electron'
import { z } from 'zod'
import { failed } from '#shared/failure'
import { boardVersion, boardVersions, someBytes } from '#shared/ipc/contract'
import type { Hub } from '../hubClient'
import type { Handlers } from './answerCall'

type VersionCall =
  | 'listVersions'
  | 'keepVersion'
  | 'keepBeforeRestore'
  | 'readVersion'
  | 'renameVersion'
  | 'removeVersion'

/** What the app does for the calls about kept versions: a window may ask about its own board only. */
export function createVersionHandlers(
  { ask }: Pick<Hub, 'ask'>,
  isOpenIn: (window: BrowserWindow, path: string) => boolean,
): Pick<Handlers<BrowserWindow>, VersionCall> {
  const elsewhere = failed('missing', 'not open in this window')
  return {
    listVersions: ({ path }, window) =>
      isOpenIn(window, path) ? ask({ do: 'listVersions', path }, boardVersions) : elsewhere,
    keepVersion: ({ path, name }, window) =>
      isOpenIn(window, path) ? ask({ do: 'keepVersion', path, name }, boardVersion) : elsewhere,
    keepBeforeRestore: ({ path }, window) =>
      isOpenIn(window, path) ? ask({ do: 'keepBeforeRestore', path }, boardVersion) : elsewhere,
    readVersion: ({ path, id }, window) =>
      isOpenIn(window, path) ? ask({ do: 'readVersion', path, id }, someBytes) : elsewhere,
    renameVersion: ({ path, id, name }, window) =>
      isOpenIn(window, path) ? ask({ do: 'renameVersion', path, id, name }, z.null()) : elsewhere,
    removeVersion: ({ path, id }, window) =>
      isOpenIn(window, path) ? ask({ do: 'removeVersion', path, id }, z.null()) : elsewhere,
  }
}
