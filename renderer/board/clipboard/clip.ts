import * as Y from 'yjs'
import { copyForms } from '#shared/board/actions/cardText'
import { copyCards } from '#shared/board/actions/copyCards'
import { assetsOf } from '#shared/board/assetsOf'
import { changeRecord, readAll, readRecord, storeRecord } from '#shared/board/records'
import type { Card } from '#shared/board/schema'
import type { Point } from '#shared/cards/box'
import { boxAround } from './boxAround'

/** Cards on the clipboard: for other programs as text and as a table, and inside that whole for this one. */
export interface ClipData {
  readonly text: string
  readonly html: string
}

/** Cards that were copied, in a document of their own. */
export interface Clip {
  readonly doc: Y.Doc
  readonly cards: readonly Card[]
  readonly assets: ReadonlySet<string>
}

/** Raised when an older program could misread what is copied. */
const FORMAT = 1
const MARK = new RegExp(`data-common-ground="${FORMAT}:([A-Za-z0-9+/=]*)"`)
/** UTF-16 units of a clipboard that is looked into. */
const LONGEST = 32 * 1024 * 1024

/** Puts cards into a form that outlives the system's clipboard. Frames and drawings come along, votes do not. */
export function makeClip(doc: Y.Doc, ids: Iterable<string>): ClipData {
  const chosen = [...new Set(ids)]
    .flatMap((id) => readRecord(doc, 'cards', id) ?? [])
    .filter(({ del }) => !del)
  const clip = new Y.Doc()
  const writer = { doc: clip, person: '', origin: null, now: () => 0 }
  const known = new Set(chosen.map(({ id }) => id))
  clip.transact(() => {
    for (const { id, made: _, ...values } of chosen) {
      storeRecord(clip, 'cards', id, values)
      copyForms(doc, { collection: 'cards', id }, writer, { collection: 'cards', id })
      // Where a connector ended on a card that stays behind, it ends there on the wall.
      for (const { card } of values.ends) {
        const behind = known.has(card ?? '') ? undefined : readRecord(doc, 'cards', card ?? '')
        if (behind) storeRecord(clip, 'cards', behind.id, { pos: behind.pos, size: behind.size, del: true })
      }
    }
    const frames = readAll(doc, 'frames').filter(({ card }) => known.has(card ?? ''))
    const inside = new Set(frames.map(({ id }) => id))
    for (const { id, made: _, ...values } of frames) {
      storeRecord(clip, 'frames', id, values)
      copyForms(doc, { collection: 'frames', id }, writer, { collection: 'frames', id })
    }
    if (inside.size === 0) return
    for (const { id, made: _, ...values } of readAll(doc, 'strokes')) {
      if (inside.has(values.frame ?? '')) storeRecord(clip, 'strokes', id, values)
    }
  })
  const packed = toBase64(Y.encodeStateAsUpdate(clip))
  clip.destroy()
  const texts = inReadingOrder(chosen).flatMap(({ text, link }) => text.trim() || link || [])
  return { text: texts.join('\n'), html: tableOf(texts, `${FORMAT}:${packed}`) }
}

/** The cards in what a clipboard holds as HTML; undefined when there are none of ours. Nothing is thrown. */
export function readClip(html: string): Clip | undefined {
  const packed = html.length > LONGEST ? undefined : MARK.exec(html)?.[1]
  if (packed === undefined) return undefined
  const doc = new Y.Doc()
  try {
    Y.applyUpdate(doc, fromBase64(packed))
  } catch {
    // Whatever it is, no board wrote it.
    return undefined
  }
  const cards = readAll(doc, 'cards')
  return cards.length === 0 ? undefined : { doc, cards, assets: assetsOf(doc) }
}

/**
 * Puts copied cards around a point of a board, in the writer's name, and returns their ids. Links, themes and
 * connectors among them lead to the copies. `assets` says what the pictures are called here; a card whose picture is
 * not there stays away. The passage that a card quotes stays in its story: in another board nobody's consent to it is
 * known.
 */
export function pasteClip(
  writer: Parameters<typeof copyCards>[0],
  { doc, cards }: Clip,
  at: Point,
  assets: ReadonlyMap<string, string>,
): string[] {
  const coming = cards.filter(({ asset }) => asset === '' || assets.has(asset))
  const around = boxAround(coming)
  if (!around) return []
  const made = { by: writer.person, at: writer.now() }
  doc.transact(() => {
    for (const { id, asset } of coming)
      changeRecord(doc, 'cards', id, { made, locked: false, asset: assets.get(asset) ?? '' })
    for (const { id } of readAll(doc, 'frames')) changeRecord(doc, 'frames', id, { made })
    for (const { id } of readAll(doc, 'strokes')) changeRecord(doc, 'strokes', id, { made })
  })
  const delta: Point = [
    Math.round(at[0] - around.x - around.width / 2),
    Math.round(at[1] - around.y - around.height / 2),
  ]
  return copyCards(
    writer,
    doc,
    coming.map(({ id }) => id),
    delta,
  )
}

/** As they lie on the wall, line by line. */
function inReadingOrder(cards: readonly Card[]): Card[] {
  return [...cards].sort((a, b) => a.pos[1] - b.pos[1] || a.pos[0] - b.pos[0] || (a.id < b.id ? -1 : 1))
}

function tableOf(texts: readonly string[], packed: string): string {
  const rows = texts.map((text) => `<tr><td>${escaped(text).replace(/\n/g, '<br>')}</td></tr>`)
  return `<meta charset="utf-8"><table data-common-ground="${packed}"><tbody>${rows.join('')}</tbody></table>`
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

function toBase64(bytes: Uint8Array): string {
  let letters = ''
  for (let at = 0; at < bytes.length; at += 0x8000)
    letters += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(letters)
}

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
