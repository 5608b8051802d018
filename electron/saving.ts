import { join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import { failed, type Result } from '#shared/failure'
import { safeFileName } from './fileNames'
import type { Words } from './words'
import { writeWhole } from './writeWhole'

const KINDS = {
  html: 'menu.fileHtml',
  pdf: 'menu.filePdf',
  png: 'menu.filePicture',
  txt: 'menu.fileText',
  ground: 'menu.fileBoard',
} as const satisfies Record<string, Parameters<Words>[0]>

export type FileKind = keyof typeof KINDS

/** Asks where to save a file of this kind. The value is the path; `cancelled` when the person thinks again. */
export async function askWhereToSave(
  window: BrowserWindow,
  name: string,
  kind: FileKind,
  words: Words,
): Promise<Result<string>> {
  const bare = name.replace(new RegExp(`\\.${kind}$`, 'i'), '')
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), `${safeFileName(bare, 'Common Ground')}.${kind}`),
    filters: [{ name: words(KINDS[kind]), extensions: [kind] }],
  })
  return canceled || !filePath ? failed('cancelled') : { ok: true, value: filePath }
}

/** Asks where, then writes. The value is the path. */
export async function saveFile(
  window: BrowserWindow,
  name: string,
  kind: FileKind,
  bytes: Uint8Array,
  words: Words,
): Promise<Result<string>> {
  const where = await askWhereToSave(window, name, kind, words)
  return where.ok ? writeWhole(where.value, bytes) : where
}

/** Asks for a board file. */
export async function askForBoard(
  window: BrowserWindow,
  folder: string,
  words: Words,
): Promise<Result<string>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    defaultPath: folder,
    properties: ['openFile'],
    filters: [
      { name: words('menu.fileBoard'), extensions: ['ground'] },
      { name: words('menu.fileAny'), extensions: ['*'] },
    ],
  })
  const [path] = filePaths
  return canceled || path === undefined ? failed('cancelled') : { ok: true, value: path }
}
