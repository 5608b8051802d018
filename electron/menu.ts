import { Menu } from 'electron'
import type { MenuCommand } from '#shared/ipc/names'
import { menuTemplate } from './menuTemplate'
import type { Words } from './words'

/** Shows the native menu in the given words; choosing sends a command to the window in front. */
export function showMenu(words: Words, isMac: boolean, send: (command: MenuCommand) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(words, isMac, send)))
}
