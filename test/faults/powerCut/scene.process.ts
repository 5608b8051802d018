import * as Y from 'yjs'
import { addCard } from '#shared/board/actions/cards'
import { planPurge, purgeRecords } from '#shared/board/actions/purge'
import { addStory } from '#shared/board/actions/stories'
import type { PurgeOrder } from '#shared/board/purgeOrder'
import type { Result } from '#shared/failure'
import { type BoardFile, createBoardFile, openBoardFile } from '../../../electron/files/boardFile'
import { packDocument, unpackDocument } from '../../../electron/files/document'
import { purgeFile } from '../../../electron/files/purgeFile'
import { boardOf, moves } from '../../bench/boards'
import { need } from '../../bench/workplace'
import { seeded } from '../../support/randomness'
import { digest, PURGED } from './boardState'
import type { Step } from './trace'

/** One scene in the life of a board file, under the eyes of the recorder; see `scenes.ts`. */
const [, , scene = '', path = '', seed = '1'] = process.argv
const random = seeded(Number(seed))
const mark = Reflect.get(globalThis, 'markTrace') as (step: Step) => void

let devices = new Map<string, string>()
let versions: string[] = []
let pictures = 0
let purges = 0
let passphrase: string | null = null
let doc = new Y.Doc()

/** Does something that is to bring the board from its present state to the next one. */
function change(work: () => Result<unknown>): void {
  const state = digest({ doc, devices, versions, pictures, purges, passphrase })
  mark({ do: 'begin', state })
  need(work())
  mark({ do: 'saved', state })
}

function updatesOf(work: () => void): Uint8Array[] {
  const updates: Uint8Array[] = []
  const keep = (update: Uint8Array) => updates.push(update)
  doc.on('update', keep)
  work()
  doc.off('update', keep)
  return updates
}

/** What a moment of work in a room makes. */
const edit = (size: number): Uint8Array[] =>
  updatesOf(() => {
    const writer = { doc, person: 'someone', origin: null, now: () => 1 }
    const text = Array.from({ length: size / 6 }, () => random.under(1e6).toString(36)).join(' ')
    addCard(writer, { type: 'note', text, pos: [random.under(900), random.under(900)] })
  })

function append(file: BoardFile, size: number): void {
  const updates = edit(size)
  if (random.under(3) === 0) devices.set(`${devices.size}`.padStart(64, 'a'), `person${devices.size}`)
  change(() => file.append({ updates, devices }))
}

function keepVersion(file: BoardFile, name: string): void {
  versions.push(name)
  change(() => file.versions.keep(1, name, packDocument(doc)))
}

function keepPicture(file: BoardFile, size: number): void {
  pictures += 1
  const bytes = Uint8Array.from({ length: size }, () => random.under(256))
  change(() => file.assets.keep('image/png', bytes))
}

const snapshot = (file: BoardFile) =>
  change(() => {
    const { last } = need(file.read())
    return file.keepSnapshot(packDocument(doc), last)
  })

/** So much was written that closing writes the file afresh. */
function closeAfterMuch(file: BoardFile): void {
  const updates = moves(doc, 220)
  change(() => file.append({ updates }))
  change(() => file.close())
}

function seal(file: BoardFile, next: string | null): void {
  passphrase = next
  change(() => file.setPassphrase(next))
}

/** The board as a scene before left it. */
function open(secret?: string): BoardFile {
  const { file, contents } = need(openBoardFile(path, secret))
  doc = need(unpackDocument(contents))
  devices = new Map(contents.devices)
  pictures = need(file.assets.hashes()).length
  purges = contents.purges
  versions = need(file.versions.list())
    .versions.map(({ about }) => String(about))
    .reverse()
  return file
}

const SCENES: Readonly<Record<string, () => void>> = {
  /** From the first byte through writing, versions and snapshots to a file that is written afresh. */
  life() {
    doc = boardOf(12)
    let made: BoardFile | undefined
    change(() => {
      const created = createBoardFile(path, packDocument(doc))
      if (created.ok) made = created.value.file
      return created
    })
    if (!made) return
    for (const size of [60, 60, 5_000, 60, 20_000]) append(made, size)
    keepVersion(made, 'before lunch')
    append(made, 300)
    snapshot(made)
    for (const size of [60, 900]) append(made, size)
    keepPicture(made, 9_000)
    snapshot(made)
    append(made, 60)
    need(made.keepMeta('thumbnail', new Uint8Array(3_000).fill(7)))
    closeAfterMuch(made)
    const again = open()
    append(again, 60)
    keepVersion(again, 'the end')
    change(() => again.close())
  },
  /** A board of the first version is opened and worked on. */
  migration() {
    mark({ do: 'begin', state: 'as it was' })
    const file = open()
    change(() => file.read())
    append(file, 100)
    change(() => file.close())
  },
  /** A board gets a passphrase, another one, and none again. */
  passphrase() {
    const file = open()
    change(() => file.read())
    seal(file, 'first')
    append(file, 200)
    seal(file, 'second')
    append(file, 200)
    seal(file, null)
    change(() => file.close())
  },
  /** A story is told, kept in a version and in the generation before, and removed for good. */
  purge() {
    const file = open()
    change(() => file.read())
    let id = ''
    const told = updatesOf(() => {
      const writer = { doc, person: 'someone', origin: null, now: () => 1 }
      id = addStory(writer, { title: 'Told', paragraphs: [{ heading: 0, text: PURGED }] })
    })
    change(() => file.append({ updates: told }))
    keepVersion(file, 'with the story')
    change(() => file.rewrite((generation) => generation))
    append(file, 60)
    const order: PurgeOrder = { kind: 'story', id }
    const gone = updatesOf(() => purgeRecords(doc, planPurge(doc, order)))
    change(() => file.append({ updates: gone }))
    purges = 1
    change(() => purgeFile(file, { orders: [order], count: 1, names: [] }))
    mark({ do: 'gone' })
    append(file, 60)
    change(() => file.close())
  },
  /** Opens what a power cut left, so that the power can be cut again. */
  recovery() {
    mark({ do: 'begin', state: 'as it was' })
    const file = open()
    change(() => file.read())
    append(file, 60)
    change(() => file.close())
  },
}

SCENES[scene]?.()
