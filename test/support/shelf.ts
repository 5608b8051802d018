import { renameSync } from 'node:fs'
import * as Y from 'yjs'
import { addCard } from '#shared/board/actions/cards'
import { describeBoard } from '#shared/board/actions/report'
import { addStory } from '#shared/board/actions/stories'
import { createBoardFile } from '../../electron/files/boardFile'
import { packDocument } from '../../electron/files/document'
import { sealBoard } from './wholeFile'

export interface ShelvedBoard {
  readonly title: string
  readonly place?: string
  readonly host?: string
  /** The words of its cards. */
  readonly cards?: readonly string[]
  /** The words of its one story. */
  readonly story?: string
  readonly thumbnail?: Uint8Array
}

/** The smallest picture there is: one pixel of PNG. */
export const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

/** Puts a closed board file at `path`, as if it had come from another computer. */
export function shelveBoard(path: string, about: ShelvedBoard): void {
  const { title, place = '', host = '', cards = [], story, thumbnail } = about
  const doc = new Y.Doc()
  const writer = { doc, person: 'p', origin: 'test', now: () => 1 }
  describeBoard(writer, { title, place })
  for (const text of cards) addCard(writer, { type: 'note', text })
  if (story !== undefined) {
    addStory(writer, {
      title: 'A story',
      language: 'en',
      consent: 'none',
      teller: null,
      collected: '',
      paragraphs: [{ heading: 0, text: story }],
    })
  }
  const made = createBoardFile(path, packDocument(doc), { host })
  if (!made.ok) throw new Error(`${path}: ${made.failure.code} ${made.failure.detail ?? ''}`)
  const { file } = made.value
  if (thumbnail) file.keepMeta('thumbnail', thumbnail)
  file.close()
}

/** The same under a passphrase; it appears as a whole. */
export async function shelveSealed(path: string, about: ShelvedBoard, passphrase: string): Promise<void> {
  const aside = `${path}.aside`
  shelveBoard(aside, about)
  await sealBoard(aside, passphrase)
  renameSync(aside, path)
}
