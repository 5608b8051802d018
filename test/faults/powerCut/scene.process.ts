import * as Y from 'yjs'
import { addCard } from '#shared/board/actions/cards'
import { planPurge, purgeRecords } from '#shared/board/actions/purge'
import { addStory } from '#shared/board/actions/stories'
import type { PurgeOrder } from '#shared/board/purgeOrder'
import type { Result } from '#shared/failure'
import { type BoardFile, createBoardFile, openBoardFile } from '../../../electron/files/boardFile'
import { packDocument, unpackDocument } from '../../../electron/files/document'
import { newEncryption } from '../../../electron/files/encryption'
import { purgeFile } from '../../../electron/files/purgeFile'
import { calledInState, purgeState } from '../../../electron/files/purgeState'
import { inTurns } from '../../../electron/files/steps'
import { boardOf, moves } from '../../bench/boards'
import { need } from '../../bench/workplace'
import { seeded } from '../../support/randomness'
import { foldedOf } from '../../support/wholeFile'
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

const present = (): string => digest({ doc, devices, versions, pictures, purges, passphrase })

/** Does something that is to bring the board from its present state to the next one. */
async function change(work: () => Result<unknown> | Promise<Result<unknown>>): Promise<void> {
  const state = present()
  mark({ do: 'begin', state })
  need(await work())
  mark({ do: 'saved', state })
}

/**
 * Does something long, and goes on with the work meanwhile. `set` makes what is known of the board what it is to be
 * afterwards, or what it was before.
 */
async function changeAside(
  file: BoardFile,
  work: () => Promise<Result<unknown>>,
  set: (isDone: boolean) => void,
): Promise<void> {
  const begin = () => {
    set(true)
    mark({ do: 'begin', state: present() })
  }
  let isOver = false
  begin()
  const done = work().finally(() => {
    isOver = true
  })
  for (;;) {
    await new Promise((resolve) => setImmediate(resolve))
    if (isOver) break
    set(false)
    await append(file, 60)
    begin()
  }
  need(await done)
  mark({ do: 'saved', state: present() })
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

async function append(file: BoardFile, size: number): Promise<void> {
  const updates = edit(size)
  if (random.under(3) === 0) devices.set(`${devices.size}`.padStart(64, 'a'), `person${devices.size}`)
  await change(() => file.append({ updates, devices }))
}

async function keepVersion(file: BoardFile, name: string): Promise<void> {
  versions.push(name)
  await change(() => file.versions.keep(1, name, packDocument(doc)))
}

async function keepPicture(file: BoardFile, size: number): Promise<void> {
  pictures += 1
  const bytes = Uint8Array.from({ length: size }, () => random.under(256))
  await change(() => file.assets.keep('image/png', bytes))
}

const snapshot = (file: BoardFile) =>
  change(() => {
    const { last } = need(file.read())
    return file.keepSnapshot(packDocument(doc), last)
  })

/** So much was written that closing writes the file afresh. */
async function closeAfterMuch(file: BoardFile): Promise<void> {
  const updates = moves(doc, 220)
  await change(() => file.append({ updates }))
  await change(() => file.close())
}

async function seal(file: BoardFile, next: string | null): Promise<void> {
  const before = passphrase
  const key = next === null ? null : await newEncryption(next)
  await changeAside(
    file,
    () => inTurns(file.seal(foldedOf(file), key)),
    (isDone) => {
      passphrase = isDone ? next : before
    },
  )
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

const SCENES: Readonly<Record<string, () => Promise<void>>> = {
  /** From the first byte through writing, versions and snapshots to a file that is written afresh. */
  async life() {
    doc = boardOf(12)
    let made: BoardFile | undefined
    await change(() => {
      const created = createBoardFile(path, packDocument(doc))
      if (created.ok) made = created.value.file
      return created
    })
    if (!made) return
    for (const size of [60, 60, 5_000, 60, 20_000]) await append(made, size)
    await keepVersion(made, 'before lunch')
    await append(made, 300)
    await snapshot(made)
    for (const size of [60, 900]) await append(made, size)
    await keepPicture(made, 9_000)
    await snapshot(made)
    await append(made, 60)
    need(made.keepMeta('thumbnail', new Uint8Array(3_000).fill(7)))
    await closeAfterMuch(made)
    const again = open()
    await append(again, 60)
    await keepVersion(again, 'the end')
    await change(() => again.close())
  },
  /** A board of the first version is opened and worked on. */
  async migration() {
    mark({ do: 'begin', state: 'as it was' })
    const file = open()
    await change(() => file.read())
    await append(file, 100)
    await change(() => file.close())
  },
  /** A board gets a passphrase, another one, and none again. */
  async passphrase() {
    const file = open()
    await change(() => file.read())
    await seal(file, 'first')
    await append(file, 200)
    await seal(file, 'second')
    await append(file, 200)
    await seal(file, null)
    await change(() => file.close())
  },
  /** A story is told, kept in a version and in the generation before, and removed for good. */
  async purge() {
    const file = open()
    await change(() => file.read())
    let id = ''
    const told = updatesOf(() => {
      const writer = { doc, person: 'someone', origin: null, now: () => 1 }
      id = addStory(writer, { title: 'Told', paragraphs: [{ heading: 0, text: PURGED }] })
    })
    await change(() => file.append({ updates: told }))
    await keepVersion(file, 'with the story')
    await changeAside(
      file,
      () => inTurns(file.rewrite(foldedOf(file), {})),
      () => {},
    )
    await append(file, 60)
    const kept = pictures
    const order: PurgeOrder = { kind: 'story', id }
    const gone = updatesOf(() => purgeRecords(doc, planPurge(doc, order)))
    await change(() => file.append({ updates: gone }))
    await changeAside(
      file,
      () =>
        purgeFile(
          file,
          { orders: [order], count: 1, taken: [], fresh: [] },
          {
            called: async (...asked) => calledInState(...asked),
            purge: async (...asked) => purgeState(...asked),
          },
        ),
      (isDone) => {
        purges = isDone ? 1 : 0
        // No card shows them.
        pictures = isDone ? 0 : kept
      },
    )
    mark({ do: 'gone' })
    await append(file, 60)
    await change(() => file.close())
  },
  /** Opens what a power cut left, so that the power can be cut again. */
  async recovery() {
    mark({ do: 'begin', state: 'as it was' })
    const file = open()
    await change(() => file.read())
    await append(file, 60)
    await change(() => file.close())
  },
}

await SCENES[scene]?.()
