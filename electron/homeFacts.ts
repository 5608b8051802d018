import { basename } from 'node:path'
import { stampOf } from './files/stamp'
import type { Library } from './library'
import type { Thumbnails } from './thumbnails'

/** What Home keeps of the boards that are open, so that nothing of one under a passphrase lies beside it. */
export interface HomeFacts {
  /** Keeps no more than the file's name: the board is under a passphrase. */
  hide(path: string): Promise<void>
  /** The board is under no passphrase any more: what Home shows is read from the file once that is let go. */
  unhide(path: string): Promise<void>
  keep(path: string, title: string, place: string, image: Uint8Array): Promise<void>
  /** The file was let go: what is kept is true of it as it is now, so nothing need be read from it. */
  letGo(path: string): Promise<void>
}

export function createHomeFacts(library: Library, thumbnails: Thumbnails): HomeFacts {
  const unread = new Set<string>()
  return {
    hide: async (path) => {
      unread.delete(path)
      await library.remember(path, { title: basename(path, '.ground'), place: '', host: '', locked: true })
      await thumbnails.forget(path)
    },
    unhide: async (path) => {
      unread.add(path)
      await library.remember(path, { locked: false })
    },
    keep: async (path, title, place, image) => {
      await library.remember(path, { title, place, locked: false })
      await thumbnails.keep(path, image)
    },
    letGo: async (path) => {
      const isRead = !unread.delete(path)
      if (!library.recents().some((recent) => recent.path === path)) return
      await library.remember(path, { stamp: isRead ? stampOf(path) : '' })
    },
  }
}
