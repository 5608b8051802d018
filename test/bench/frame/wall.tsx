import { generateNKeysBetween } from 'fractional-indexing'
import i18next from 'i18next'
import { createRoot, type Root } from 'react-dom/client'
import * as Y from 'yjs'
import { storeRecord } from '#shared/board/records'
import type { Card } from '#shared/board/schema'
import { TINTS } from '#shared/board/vocabulary'
import type { Presence } from '../../../renderer/board/replica'
import { createSession, type Session } from '../../../renderer/board/session'
import { writeEdited } from '../../../renderer/board/tools/edit'
import { loadFonts } from '../../../renderer/canvas/fonts'
import { Wall } from '../../../renderer/canvas/Wall'
import { startLanguage } from '../../../renderer/ui/language'
import { createMemoryReplica, type MemoryReplica } from '../../support/memoryReplica'
import { type BenchCard, CARD_HEIGHT, CARD_WIDTH, VIEW_HEIGHT, VIEW_WIDTH } from './cards'
import { makeBench } from './contract'

const CROWD = 40

/** The product's own wall over a real board document, with all observers running; only the hub is missing. */
let root: Root | null = null
let replica: MemoryReplica = createMemoryReplica()
let session: Session = createSession(replica)
let held: { readonly ids: readonly string[]; readonly at: readonly [number, number] } | null = null

const idOf = (at: number): string => `card${at}`

function mount(doc: Y.Doc): void {
  replica = createMemoryReplica(1, doc)
  session = createSession(replica)
  const host = document.createElement('div')
  host.style.cssText = `position:absolute;inset:0;inline-size:${VIEW_WIDTH}px;block-size:${VIEW_HEIGHT}px`
  document.body.replaceChildren(host)
  root = createRoot(host)
  root.render(<Wall session={session} />)
}

function unmount(): void {
  root?.unmount()
  root = null
  session.dispose()
}

function documentOf(cards: readonly BenchCard[]): Y.Doc {
  const doc = new Y.Doc()
  const orders = generateNKeysBetween(null, null, cards.length)
  doc.transact(() => {
    for (const { at, x, y, colour, text } of cards) {
      const order = orders[at] ?? 'a0'
      const values: Partial<Card> = {
        type: 'note',
        pos: [x, y],
        size: [CARD_WIDTH, CARD_HEIGHT, 0],
        tint: TINTS[colour] ?? 'lemon',
        z: order,
        order,
        text,
        made: { by: 'bench', at: 1 },
      }
      storeRecord(doc, 'cards', idOf(at), values)
    }
  })
  return doc
}

const keys = { shift: false, mod: false, alt: false }
const pointer = (kind: 'down' | 'move' | 'cancel', at: readonly [number, number]) =>
  session.tools.handle({
    kind,
    pointer: 1,
    device: 'mouse',
    at,
    button: 0,
    pressure: 0.5,
    contact: [1, 1],
    time: performance.now(),
    samples: [{ at, pressure: 0.5 }],
    ...keys,
  })

function cardsCanvas(): HTMLCanvasElement | null {
  return document.querySelector('.wall canvas')
}

async function start(): Promise<void> {
  await startLanguage('en')
  await i18next.changeLanguage('en')
  await loadFonts()
  mount(new Y.Doc())
}

window.__bench = makeBench({
  name: 'Common Ground',
  version: '0.1.0',
  ready: start(),
  load(cards) {
    unmount()
    mount(documentOf(cards))
  },
  clear: unmount,
  setCamera: (view) => session.camera.set(view),
  zoom: () => session.camera.view.get().zoom,
  visible: () => session.scene.within(session.camera.visible()).length,
  beginDrag(chosen) {
    const ids = chosen.map(idOf)
    const first = session.scene.get(ids[0] ?? '')
    if (!first) throw new Error('no card to drag')
    session.selection.set(ids)
    const at = session.camera.toScreen([first.place.x + CARD_WIDTH / 2, first.place.y + CARD_HEIGHT * 0.85])
    held = { ids, at }
    pointer('down', at)
  },
  drag(dx, dy) {
    if (!held) return
    const { zoom } = session.camera.view.get()
    pointer('move', [held.at[0] + 6 + dx * zoom, held.at[1] + dy * zoom])
  },
  endDrag() {
    if (held) pointer('cancel', held.at)
    held = null
    session.selection.clear()
  },
  serialize: () => Y.encodeStateAsUpdate(replica.doc),
  open(stored, view) {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, stored)
    mount(doc)
    session.camera.set(view)
  },
  painted() {
    const canvas = cardsCanvas()
    if (!canvas || canvas.width === 0) return false
    const data = canvas
      .getContext('2d')
      ?.getImageData(canvas.width / 2 - 130, canvas.height / 2 - 90, 260, 180).data
    return data?.some((value, at) => at % 4 === 3 && value > 0) ?? false
  },
  type(letter) {
    if (session.editing.get() === null) {
      const { x, y } = session.camera.view.get()
      const [card] = session.scene.within({ x, y, width: CARD_WIDTH, height: CARD_HEIGHT })
      if (card) session.editing.set(card.id)
    }
    const id = session.editing.get()
    const text = session.records.get('cards', id)?.text ?? ''
    writeEdited(session, text.length > 90 ? letter : text + letter)
  },
  crowd(step) {
    // 20 Hz each at 60 frames a second: a third of them a frame.
    const presences = new Map<number, Presence>(replica.presences.get())
    const seen = session.scene.within(session.camera.visible())
    for (let person = step % 3; person < CROWD; person += 3) {
      const known = presences.get(person + 2)?.selection[0]
      const id = known ?? seen[Math.floor((person * seen.length) / CROWD)]?.id
      if (id === undefined) continue
      const place = session.scene.get(id)?.place
      const by = [Math.sin(step / 9 + person) * 80, Math.cos(step / 7 + person) * 80] as const
      presences.set(person + 2, {
        cursor: [(place?.x ?? 0) + by[0], (place?.y ?? 0) + by[1]],
        selection: [id],
        editing: null,
        caret: null,
        holds: [{ ids: [id], by, places: [] }],
        strokes: [],
      })
    }
    replica.presences.set(presences)
  },
})
