import type * as Y from 'yjs'
import type { z } from 'zod'
import { readEach, readSingleton, rootOf, rootText } from '#shared/board/records'
import { COLLECTION_NAMES, ROOT_TEXTS } from '#shared/board/schema'
import { type Result, success } from '#shared/failure'
import { type BoardVersion, type BoardVersions, boardVersion } from '#shared/ipc/contract'
import type { FileThread } from '../files/thread/openFile'
import type { KeptVersion } from '../files/versionStore'
import type { Saver } from './saver'
import { superfluous } from './thinning'

/** The kept versions of one open board. */
export interface Versions {
  /** The newest first, with those that are being made as it is asked. */
  list(): Promise<Result<BoardVersions>>
  /** Keeps the board as it is now under a name. */
  keep(name: string): Promise<Result<BoardVersion>>
  /** Keeps the board as it is now, because it is about to be put back to another version. */
  keepBeforeRestore(): Promise<Result<BoardVersion>>
  /** Raw deflate of a Yjs update (version 2) of the whole document. */
  read(id: number): Promise<Result<Uint8Array>>
  rename(id: number, name: string): Promise<Result<void>>
  remove(id: number): Promise<Result<void>>
  /** Makes no more by itself; resolves when those being made are made. */
  close(): Promise<void>
}

export interface VersionClock {
  /** ms since 1970; may jump. */
  now(): number
  /** ms since anything; only goes on. */
  steady(): number
}

type VersionFile = Pick<
  FileThread,
  'keepVersion' | 'listVersions' | 'readVersion' | 'describeVersion' | 'removeVersions'
>

/** Minutes with work in them after which a version is made. */
const BUSY_MINUTES = 10
const MINUTE = 60_000

const CLOCK: VersionClock = { now: Date.now, steady: () => performance.now() }

const about = boardVersion
  .pick({ kind: true, name: true, stage: true, cards: true })
  .catch({ kind: 'named', name: '', stage: 'stories', cards: 0 })
type About = z.infer<typeof about>

/**
 * Looks after the versions of a board: makes one when a stage ends and after every ten minutes with work
 * in them, and lets go of those that time has made superfluous.
 */
export function createVersions(
  doc: Y.Doc,
  saver: Pick<Saver, 'whenSaved'>,
  file: VersionFile,
  clock: VersionClock = CLOCK,
): Versions {
  let { stage } = readSingleton(doc, 'meta')
  let hasChanged = true
  let minute: number | undefined
  let busyMinutes = 0
  /** What could not be kept is tried again with the next minute of work. */
  let owed: Pick<About, 'kind' | 'stage'> | undefined
  let isClosed = false
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work)
    turn = done.catch(() => {})
    return done
  }

  const countCards = () => [...readEach(doc, 'cards', 'type')].length

  /** Begins to keep the board as it is at this moment: with later words, or without the last ones, it would be a lie. */
  const begin = (said: Omit<About, 'cards'>): Promise<Result<KeptVersion>> => {
    hasChanged = false
    const made = clock.now()
    const cards = countCards()
    return saver.whenSaved(() => file.keepVersion(made, { ...said, cards }))
  }

  const finish = async (keeping: Promise<Result<KeptVersion>>): Promise<Result<BoardVersion>> => {
    const kept = await keeping
    if (!kept.ok) {
      hasChanged = true
      return kept
    }
    busyMinutes = 0
    return success(versionOf(kept.value))
  }

  const keepNow = (said: Omit<About, 'cards'>) => {
    const keeping = begin(said)
    return inTurn(() => finish(keeping))
  }

  const keepByItself = (said: Pick<About, 'kind' | 'stage'>) => {
    owed = undefined
    // What is being done at this moment is not yet with the saver: a stage is kept as it was before the room went on.
    const keeping = begin({ ...said, name: '' })
    void inTurn(async () => {
      const kept = await finish(keeping)
      if (kept.ok) await thin()
      else owed ??= said
    })
  }

  const thin = async () => {
    const found = await file.listVersions()
    if (!found.ok) return
    const ids = superfluous(found.value.versions.map(versionOf), clock.now())
    if (ids.length > 0) await file.removeVersions(ids)
  }

  const followStage = () => {
    const ended = stage
    stage = readSingleton(doc, 'meta').stage
    if (stage !== ended && hasChanged) keepByItself({ kind: 'stage', stage: ended })
  }

  const followWork = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (!isWork(doc, transaction)) return
    hasChanged = true
    const present = Math.floor(clock.steady() / MINUTE)
    if (present === minute) return
    minute = present
    busyMinutes++
    if (owed) keepByItself(owed)
    else if (busyMinutes >= BUSY_MINUTES) keepByItself({ kind: 'busy', stage })
  }

  const meta = rootOf(doc, 'meta')
  meta.observe(followStage)
  doc.on('update', followWork)

  return {
    list: () =>
      inTurn(async () => {
        const found = await file.listVersions()
        if (!found.ok) return found
        const { versions, damaged } = found.value
        return success({ versions: versions.map(versionOf), damaged })
      }),
    keep: (name) => keepNow({ kind: 'named', name, stage }),
    keepBeforeRestore: () => keepNow({ kind: 'beforeRestore', name: '', stage }),
    async read(id) {
      const version = await file.readVersion(id)
      return version.ok ? success(version.value.packed) : version
    },
    rename: (id, name) =>
      inTurn(async () => {
        const found = await file.readVersion(id)
        if (!found.ok) return found
        // Whatever it was made for: what a person names is kept until a person removes it.
        return file.describeVersion(id, { ...about.parse(found.value.about), kind: 'named', name })
      }),
    remove: (id) => inTurn(() => file.removeVersions([id])),
    async close() {
      if (isClosed) return
      isClosed = true
      meta.unobserve(followStage)
      doc.off('update', followWork)
      await turn
    },
  }
}

const versionOf = ({ id, made, about: said, bytes }: KeptVersion): BoardVersion => ({
  id,
  made,
  bytes,
  ...about.parse(said),
})

/** True when a transaction changed what the board holds, and not only who is here or where the room stands. */
function isWork(doc: Y.Doc, { changed, changedParentTypes }: Y.Transaction): boolean {
  const isTouched = (type: unknown) => changedParentTypes.has(type as never)
  if (COLLECTION_NAMES.some((name) => name !== 'people' && isTouched(rootOf(doc, name)))) return true
  if (isTouched(rootOf(doc, 'report')) || ROOT_TEXTS.some((name) => isTouched(rootText(doc, name))))
    return true
  return [...(changed.get(rootOf(doc, 'meta') as never) ?? [])].some((key) => key !== 'stage')
}
