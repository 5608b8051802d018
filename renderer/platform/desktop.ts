import { hostOf } from '#shared/board/links'
import {
  BRIDGE_KEY,
  type Bridge,
  type CallName,
  type CallRequest,
  type CallResponse,
  calls,
  type EventName,
  type EventPayload,
  events,
} from '#shared/ipc/contract'
import { signal } from '../board/signal'
import type { Platform } from './platform'
import { openStorage } from './storage'
import { openUnsentStore } from './unsentStore'

/** The preload's object; undefined in a browser. */
export function findBridge(): Bridge | undefined {
  const found = (window as unknown as Record<string, unknown>)[BRIDGE_KEY]
  return typeof found === 'object' && found !== null && 'call' in found && 'on' in found
    ? (found as Bridge)
    : undefined
}

/** A window of the desktop app. Every answer is parsed: a mismatch throws here and not somewhere later. */
export async function desktopPlatform(bridge: Bridge): Promise<Platform> {
  const call = async <N extends CallName>(name: N, request: CallRequest<N>): Promise<CallResponse<N>> =>
    calls[name].response.parse(await bridge.call(name, request)) as CallResponse<N>
  const on = <N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void) =>
    bridge.on(name, (payload) => listener(events[name].parse(payload) as EventPayload<N>))

  const [info, kept] = await Promise.all([call('appInfo', undefined), call('readSettings', undefined)])
  const settings = signal(kept)
  on('settingsChanged', (changed) => settings.set(changed))

  return {
    kind: 'desktop',
    unsent: null,
    openHidden: () => openUnsentStore(),
    languages: [info.language, ...navigator.languages],
    settings,
    changeSettings(changes) {
      settings.set({ ...settings.get(), ...changes })
      void call('changeSettings', changes).then((all) => settings.set(all))
    },
    desktop: {
      view: info.view,
      system: systemOf(info.platform),
      board: info.board,
      listBoards: () => call('listBoards', undefined),
      forgetBoard: (path) => call('forgetBoard', { path }),
      recallBoard: (path) => call('recallBoard', { path }),
      renameBoard: (path, title, passphrase) => call('renameBoard', { path, title, passphrase }),
      duplicateBoard: (path) => call('duplicateBoard', { path }),
      revealBoard: (path) => call('revealBoard', { path }),
      exportBoard: (path) => call('exportBoard', { path }),
      trashBoard: (path) => call('trashBoard', { path }),
      searchBoards: (query) => call('searchBoards', { query }),
      listTemplates: () => call('listTemplates', undefined),
      createBoard: (title, place, template) => call('createBoard', { title, place, template }),
      openBoard: (path, passphrase) => call('openBoard', { path, passphrase }),
      openCopy: (path) => call('openCopy', { path }),
      setPassphrase: (path, passphrase, present) => call('setPassphrase', { path, passphrase, present }),
      openSample: () => call('openSample', undefined),
      listNearby: () => call('listNearby', undefined),
      joinRoom: (way) => call('joinRoom', way),
      inspectDamage: (path, passphrase) => call('inspectDamage', { path, passphrase }),
      repairBoard: (path, passphrase) => call('repairBoard', { path, passphrase }),
      answerClosing: (answer) => call('answerClosing', { answer }),
      closeBoard: (path) => call('closeBoard', { path }),
      keepThumbnail: (path, title, place, image) => call('keepThumbnail', { path, title, place, image }),
      openRoom: (path) => call('openRoom', { path }),
      closeRoom: (path) => call('closeRoom', { path }),
      roomState: (path) => call('roomState', { path }),
      leadRoom: (path, order) => call('leadRoom', { path, order }),
      showNetwork: (path, network) => call('showNetwork', { path, network }),
      showCode: (isShown) => call('showCode', { isShown }),
      toggleCode: () => call('toggleCode', undefined),
      listVersions: (path) => call('listVersions', { path }),
      keepVersion: (path, name) => call('keepVersion', { path, name }),
      keepBeforeRestore: (path) => call('keepBeforeRestore', { path }),
      readVersion: (path, id) => call('readVersion', { path, id }),
      renameVersion: (path, id, name) => call('renameVersion', { path, id, name }),
      removeVersion: (path, id) => call('removeVersion', { path, id }),
      purge: (path, what) => call('purge', { path, what }),
      listExports: (path) => call('listExports', { path }),
      checkRest: (path) => call('checkRest', { path }),
      listDamaged: (path) => call('listDamaged', { path }),
      removeDamaged: (path, names) => call('removeDamaged', { path, names: [...names] }),
      openProjector: (path) => call('openProjector', { path }),
      closeProjector: () => call('closeProjector', undefined),
      paste: () => call('paste', undefined),
      exportPdf: (html, title) => call('exportPdf', { html, title }),
      onMenu: (listener) => on('menuCommand', listener),
      onBoardsChanged: (listener) => on('boardsChanged', listener),
      onBoardOpened: (listener) => on('boardOpened', listener),
      onClosing: (listener) => on('closing', listener),
      onRoomChanged: (listener) => on('roomChanged', listener),
    },
    saveFile: (name, kind, bytes) => call('saveFile', { name, kind, bytes }),
    openLink(link) {
      if (hostOf(link) !== null) void call('openLink', { link })
    },
    ...openStorage(),
  }
}

function systemOf(platform: string): 'mac' | 'windows' | 'other' {
  if (platform === 'darwin') return 'mac'
  return platform === 'win32' ? 'windows' : 'other'
}
