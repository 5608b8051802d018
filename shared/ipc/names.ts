/**
 * The names that cross the bridge, without their schemas: the preload script is loaded by every window before
 * anything else, so it stays a few lines and takes only these.
 */

export const CALL_NAMES = [
  'appInfo',
  'listBoards',
  'forgetBoard',
  'recallBoard',
  'renameBoard',
  'duplicateBoard',
  'revealBoard',
  'exportBoard',
  'trashBoard',
  'searchBoards',
  'listTemplates',
  'createBoard',
  'openBoard',
  'openCopy',
  'setPassphrase',
  'openSample',
  'joinRoom',
  'listNearby',
  'inspectDamage',
  'repairBoard',
  'closeBoard',
  'answerClosing',
  'keepThumbnail',
  'openRoom',
  'closeRoom',
  'roomState',
  'leadRoom',
  'showCode',
  'toggleCode',
  'showNetwork',
  'listVersions',
  'keepVersion',
  'keepBeforeRestore',
  'readVersion',
  'renameVersion',
  'removeVersion',
  'purge',
  'listExports',
  'checkRest',
  'listDamaged',
  'removeDamaged',
  'openProjector',
  'closeProjector',
  'exportPdf',
  'saveFile',
  'openLink',
  'paste',
  'readSettings',
  'changeSettings',
] as const
export type CallName = (typeof CALL_NAMES)[number]

export const EVENT_NAMES = [
  'menuCommand',
  'boardOpened',
  'boardsChanged',
  'closing',
  'settingsChanged',
  'roomChanged',
] as const
export type EventName = (typeof EVENT_NAMES)[number]

export const MENU_COMMANDS = [
  'home',
  'newBoard',
  'openBoard',
  'undo',
  'redo',
  'zoomIn',
  'zoomOut',
  'zoomToFit',
  'openRoom',
  'present',
  'versions',
  'exportReport',
  'passphrase',
] as const
export type MenuCommand = (typeof MENU_COMMANDS)[number]

/** The one object the preload puts on `window`. Values are `unknown` until parsed by the contract's schemas. */
export interface Bridge {
  call(name: CallName, request: unknown): Promise<unknown>
  on(name: EventName, listener: (payload: unknown) => void): () => void
}

export const BRIDGE_KEY = 'commonGround'
export const callChannel = (name: CallName): string => `call:${name}`
export const eventChannel = (name: EventName): string => `event:${name}`
