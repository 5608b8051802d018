import type { PurgeOrder } from '#shared/board/purgeOrder'
import type { DamageReport } from '#shared/damageReport'
import type { Result } from '#shared/failure'
import type {
  BoardVersion,
  BoardVersions,
  HostedRoom,
  KnownExport,
  MenuCommand,
  NearbyRoom,
  OpenedBoard,
  Purged,
  RecentBoard,
  RoomOrder,
  Settings,
  Template,
  WayIn,
} from '#shared/ipc/contract'
import type { SearchAnswer } from '#shared/ipc/readerContract'
import type { Credential } from '#shared/sync/protocol'
import type { Signal } from '../board/signal'
import type { UnsentEdits } from '../board/unsentEdits'
import type { UnsentStore } from './unsentStore'

/** How a replica reaches its hub. */
export interface HubAddress {
  /** ws:// address */
  readonly url: string
  readonly credential: Credential
}

/** What only a desktop app can do. */
export interface Desktop {
  readonly view: 'home' | 'projector'
  /** What the system calls the window with its files differs. */
  readonly system: 'mac' | 'windows' | 'other'
  /** The board this window was opened with. */
  readonly board: OpenedBoard | null
  listBoards(): Promise<RecentBoard[]>
  forgetBoard(path: string): Promise<void>
  recallBoard(path: string): Promise<void>
  renameBoard(path: string, title: string, passphrase?: string): Promise<Result<string>>
  duplicateBoard(path: string): Promise<Result<string>>
  revealBoard(path: string): Promise<Result<null>>
  exportBoard(path: string): Promise<Result<string>>
  trashBoard(path: string): Promise<Result<null>>
  searchBoards(query: string): Promise<Result<SearchAnswer>>
  listTemplates(): Promise<Template[]>
  createBoard(title: string, place: string, template?: string): Promise<Result<OpenedBoard>>
  /** Without a path it asks for a file. A board that may only be looked at is tried again for writing. */
  openBoard(path?: string, passphrase?: string): Promise<Result<OpenedBoard>>
  /** Makes a copy of one's own of a board, in the boards folder, and opens that. */
  openCopy(path: string): Promise<Result<OpenedBoard>>
  /** Puts the board under a passphrase, or under none. On failure the old state stands. */
  setPassphrase(path: string, passphrase: string | null, present?: string): Promise<Result<null>>
  openSample(): Promise<Result<OpenedBoard>>
  /** The rooms on this network that tell of themselves, as far as they have answered by now. */
  listNearby(): Promise<NearbyRoom[]>
  /** Comes into the room of another computer, and opens a copy of its board that is kept on this one. */
  joinRoom(way: WayIn): Promise<Result<OpenedBoard>>
  inspectDamage(path: string, passphrase?: string): Promise<Result<DamageReport>>
  repairBoard(path: string, passphrase?: string): Promise<Result<{ board: OpenedBoard; damaged: string }>>
  closeBoard(path: string): Promise<void>
  /** Holds up the closing of this window while the person is asked, or calls it off. */
  answerClosing(answer: 'asking' | 'stay'): Promise<void>
  keepThumbnail(path: string, title: string, place: string, image: Uint8Array): Promise<void>
  openRoom(path: string): Promise<Result<HostedRoom>>
  closeRoom(path: string): Promise<void>
  roomState(path: string): Promise<HostedRoom | null>
  leadRoom(path: string, order: RoomOrder): Promise<Result<HostedRoom>>
  showNetwork(path: string, network: string): Promise<void>
  showCode(isShown: boolean): Promise<void>
  toggleCode(): Promise<void>
  listVersions(path: string): Promise<Result<BoardVersions>>
  keepVersion(path: string, name: string): Promise<Result<BoardVersion>>
  keepBeforeRestore(path: string): Promise<Result<BoardVersion>>
  /** Raw deflate of a Yjs update (version 2) of the whole document. */
  readVersion(path: string, id: number): Promise<Result<Uint8Array>>
  renameVersion(path: string, id: number, name: string): Promise<Result<null>>
  removeVersion(path: string, id: number): Promise<Result<null>>
  purge(path: string, what: PurgeOrder): Promise<Result<Purged>>
  listExports(path: string): Promise<Result<KnownExport[]>>
  /** Looks through what the opening of a large board left out; true when something in it is damaged. */
  checkRest(path: string): Promise<Result<boolean>>
  /** The names of damaged files that repairs have kept beside the board. */
  listDamaged(path: string): Promise<string[]>
  /** Deletes such files for good, and not into the trash. */
  removeDamaged(path: string, names: readonly string[]): Promise<Result<null>>
  openProjector(path: string): Promise<void>
  closeProjector(): Promise<void>
  /** Pastes into this page, as the keys do. */
  paste(): Promise<void>
  exportPdf(html: string, title: string): Promise<Result<string>>
  onMenu(listener: (command: MenuCommand) => void): () => void
  onBoardsChanged(listener: () => void): () => void
  onBoardOpened(listener: (board: Result<OpenedBoard>) => void): () => void
  onClosing(listener: () => void): () => void
  onRoomChanged(listener: (room: HostedRoom | null) => void): () => void
}

/** Where the interface runs. Everything above it asks this and never the runtime. */
export interface Platform {
  readonly kind: 'desktop' | 'browser'
  /** The languages this device prefers, the dearest first (BCP 47). */
  readonly languages: readonly string[]
  readonly settings: Signal<Settings>
  changeSettings(settings: Partial<Settings>): void
  readonly desktop: Desktop | null
  /** Saves a file: a dialog in the desktop app, a download in a browser. */
  saveFile(name: string, kind: 'html' | 'png' | 'txt' | 'ground', bytes: Uint8Array): Promise<Result<string>>
  /** Opens an address of the web outside of this window; nothing else is ever opened. */
  openLink(link: string): void
  /** Small things this device remembers, such as a guest's name and token. */
  remember(key: string, value: string | null): void
  recall(key: string): string | null
  /** Where a guest's edits wait until the room has them; null where the hub is on this computer. */
  readonly unsent: UnsentStore | null
  /** A place of its own for one connection, where cards that nobody else may see wait until the room has them. */
  openHidden(): UnsentEdits
}
