import { hostOf } from '#shared/board/links'
import { success } from '#shared/failure'
import { FIRST_SETTINGS, keptSettings, type Settings } from '#shared/ipc/contract'
import { SYNC_PATH } from '#shared/sync/protocol'
import { signal } from '../board/signal'
import type { Platform } from './platform'
import { openStorage } from './storage'
import { openUnsentStore } from './unsentStore'

const SETTINGS_KEY = 'settings'

/** ms that a download needs to begin before its address may be let go */
const DOWNLOAD_STARTS = 60_000

/** A guest's browser on the room's own page. */
export function browserPlatform(): Platform {
  const storage = openStorage()
  const settings = signal(readSettings(storage.recall(SETTINGS_KEY)))
  return {
    kind: 'browser',
    languages: navigator.languages,
    settings,
    changeSettings(changes) {
      settings.set({ ...settings.get(), ...changes })
      storage.remember(SETTINGS_KEY, JSON.stringify(settings.get()))
    },
    desktop: null,
    async saveFile(name, _kind, bytes) {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)]))
      link.download = name
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), DOWNLOAD_STARTS)
      return success(name)
    },
    openLink(link) {
      if (hostOf(link) !== null) window.open(link, '_blank', 'noopener,noreferrer')
    },
    ...storage,
    unsent: openUnsentStore(),
    openHidden: () => openUnsentStore(),
  }
}

function readSettings(kept: string | null): Settings {
  try {
    return keptSettings.parse(JSON.parse(kept ?? '{}'))
  } catch {
    return FIRST_SETTINGS
  }
}

/** The address of the hub that served this page. */
export function hubOfPage(page: Pick<Location, 'protocol' | 'host'>): string {
  return `${page.protocol === 'https:' ? 'wss' : 'ws'}://${page.host}${SYNC_PATH}`
}

/** The room's code in a link such as `http://192.168.1.5:4343/#code=K7M2QP`; empty when there is none. */
export function codeOfPage(hash: string): string {
  const words = hash.replace(/^#\/?/, '')
  const code = words.includes('=') ? (new URLSearchParams(words).get('code') ?? '') : words
  return tidyCode(code)
}

/** A code as the room writes it, whatever spaces, dashes or small letters a person typed. */
export function tidyCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 40)
}
