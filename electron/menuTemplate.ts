import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '#shared/ipc/names'
import type { Words } from './words'

/** Keys that the page handles itself, since they mean something else while a person is writing. */
const PAGE_KEYS = { registerAccelerator: false } as const

/** The menu as data. */
export function menuTemplate(
  words: Words,
  isMac: boolean,
  send: (command: MenuCommand) => void,
): MenuItemConstructorOptions[] {
  const command = (
    key: Parameters<Words>[0],
    name: MenuCommand,
    accelerator?: string,
    more: MenuItemConstructorOptions = {},
  ): MenuItemConstructorOptions => ({
    label: words(key),
    click: () => send(name),
    ...(accelerator === undefined ? {} : { accelerator }),
    ...more,
  })
  const role = (key: Parameters<Words>[0], name: NonNullable<MenuItemConstructorOptions['role']>) => ({
    label: words(key),
    role: name,
  })
  const separator: MenuItemConstructorOptions = { type: 'separator' }

  const board: MenuItemConstructorOptions[] = [
    command('menu.home', 'home', 'CmdOrCtrl+Shift+H'),
    separator,
    command('menu.newBoard', 'newBoard', 'CmdOrCtrl+N'),
    command('menu.openBoard', 'openBoard', 'CmdOrCtrl+O'),
    separator,
    command('menu.versions', 'versions'),
    separator,
    command('menu.openRoom', 'openRoom', 'CmdOrCtrl+Shift+O'),
    command('menu.exportReport', 'exportReport', 'CmdOrCtrl+Shift+E'),
    command('menu.passphrase', 'passphrase'),
    separator,
    role('menu.closeWindow', 'close'),
    ...(isMac ? [] : [role('menu.quit', 'quit')]),
  ]
  const edit: MenuItemConstructorOptions[] = [
    command('menu.undo', 'undo', 'CmdOrCtrl+Z', PAGE_KEYS),
    command('menu.redo', 'redo', isMac ? 'Cmd+Shift+Z' : 'Ctrl+Y', PAGE_KEYS),
    separator,
    role('menu.cut', 'cut'),
    role('menu.copy', 'copy'),
    role('menu.paste', 'paste'),
    role('menu.selectAll', 'selectAll'),
  ]
  const view: MenuItemConstructorOptions[] = [
    command('menu.zoomIn', 'zoomIn', 'CmdOrCtrl+Plus'),
    command('menu.zoomOut', 'zoomOut', 'CmdOrCtrl+-'),
    command('menu.zoomToFit', 'zoomToFit', 'CmdOrCtrl+0'),
    separator,
    command('menu.present', 'present', 'F5'),
    role('menu.fullScreen', 'togglefullscreen'),
  ]
  return [
    ...(isMac ? [macMenu(words)] : []),
    { label: words('menu.board'), submenu: board },
    { label: words('menu.edit'), submenu: edit },
    { label: words('menu.view'), submenu: view },
  ]
}

function macMenu(words: Words): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    submenu: [
      { label: words('menu.about'), role: 'about' },
      { type: 'separator' },
      { label: words('menu.hide'), role: 'hide' },
      { label: words('menu.quit'), role: 'quit' },
    ],
  }
}
