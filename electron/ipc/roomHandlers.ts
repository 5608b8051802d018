import type { BrowserWindow } from 'electron'
import { failed } from '#shared/failure'
import type { Boards } from '../boards'
import type { Projectors } from '../projectors'
import type { Handlers } from './answerCall'

type RoomCall =
  | 'openRoom'
  | 'closeRoom'
  | 'roomState'
  | 'leadRoom'
  | 'showCode'
  | 'toggleCode'
  | 'showNetwork'

/** What the app does for the calls about the room: a window leads the one on its own board, a projector shows it. */
export function createRoomHandlers(
  boards: Boards<BrowserWindow>,
  projectors: Projectors,
): Pick<Handlers<BrowserWindow>, RoomCall> {
  const { rooms } = boards
  const isOpenIn = (window: BrowserWindow, path: string) => boards.boardOf(window)?.path === path
  const isShownIn = (window: BrowserWindow, path: string) => projectors.boardOf(window)?.path === path
  const showCode = (window: BrowserWindow, isShownNext: (isShown: boolean) => boolean) => {
    const own = boards.boardOf(window)
    const board = projectors.boardOf(window) ?? own
    const room = board && rooms.state(board.path)
    if (!room) return
    rooms.showCode(board.path, isShownNext(room.isCodeShown))
    if (own && rooms.state(own.path)?.isCodeShown) projectors.open(own, window)
  }
  return {
    openRoom: async ({ path }, window) =>
      isOpenIn(window, path) ? boards.openRoom(path) : failed('missing', 'not open in this window'),
    closeRoom: async ({ path }, window) => {
      if (isOpenIn(window, path)) await rooms.close(path)
    },
    leadRoom: async ({ path, order }, window) =>
      isOpenIn(window, path) ? rooms.lead(path, order) : failed('missing', 'not open in this window'),
    roomState: ({ path }, window) =>
      isOpenIn(window, path) || isShownIn(window, path) ? rooms.state(path) : null,
    showNetwork: ({ path, network }, window) => {
      if (isOpenIn(window, path)) rooms.showNetwork(network)
    },
    showCode: ({ isShown }, window) => showCode(window, () => isShown),
    toggleCode: (_, window) => showCode(window, (isShown) => !isShown),
  }
}
