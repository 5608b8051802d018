import type { Randomness } from '../../support/randomness'
import type { Step } from './trace'

type WriteStep = Extract<Step, { do: 'write' }>
type DataStep = WriteStep | Extract<Step, { do: 'resize' }>

/** What is in a folder; null stands for a folder in it. */
export type Files = ReadonlyMap<string, Buffer | null>

/** What stays for certain when power goes, and what may or may not. */
interface Content {
  durable: Buffer
  pending: DataStep[]
  /** As the program sees it. */
  now: Buffer
}
type Entry = Content | 'folder'
type NameStep =
  | { readonly do: 'put'; readonly name: string; readonly entry: Entry }
  | { readonly do: 'take'; readonly name: string }
  | { readonly do: 'move'; readonly from: string; readonly to: string }

/** Bytes of which a disk writes all or nothing. */
const SECTOR = 512

/** A folder by the promises a file system gives: only what was synced is certain to be there after a power cut. */
export class SimulatedDisk {
  #durable = new Map<string, Entry>()
  #names = new Map<string, Entry>()
  #pending: NameStep[] = []
  readonly #open = new Map<number, Entry>()

  /** Starts with these files, all of them safe. */
  constructor(files: Files) {
    for (const [name, bytes] of files)
      this.#names.set(name, bytes ? { durable: bytes, pending: [], now: bytes } : 'folder')
    this.#durable = new Map(this.#names)
  }

  /** Does one step. Returns whether a program could see a difference. */
  apply(step: Step): boolean {
    switch (step.do) {
      case 'open':
        return this.#openFile(step)
      case 'write':
      case 'resize': {
        const content = this.#contentOf(step.file)
        content.pending.push(step)
        content.now = changed(content.now, step)
        return true
      }
      case 'sync': {
        const entry = this.#open.get(step.file)
        if (entry === undefined) throw new Error('a sync of nothing')
        if (entry === 'folder') {
          this.#durable = new Map(this.#names)
          this.#pending = []
        } else {
          entry.durable = entry.now
          entry.pending = []
        }
        return false
      }
      case 'rename':
        return this.#change({ do: 'move', from: step.from, to: step.to })
      case 'link':
        return this.#change({ do: 'put', name: step.to, entry: this.#named(step.from) })
      case 'mkdir':
        return this.#change({ do: 'put', name: step.path, entry: 'folder' })
      case 'unlink':
      case 'rmdir':
        return this.#change({ do: 'take', name: step.path })
      case 'begin':
      case 'saved':
      case 'gone':
        return false
    }
  }

  /** As the program sees them. */
  now(): Files {
    return new Map([...this.#names].map(([name, entry]) => [name, entry === 'folder' ? null : entry.now]))
  }

  /** One of the many things that may be there after the power went. */
  afterCut(random: Randomness): Files {
    const names = new Map(this.#durable)
    // Most file systems keep the order of names, none promises it.
    const isOrdered = random.under(2) === 0
    const kept = random.under(this.#pending.length + 1)
    for (const [at, step] of this.#pending.entries())
      if (isOrdered ? at < kept : random.under(2) === 0) changeNames(names, step)
    const seen = new Map<Entry, Buffer | null>([['folder', null]])
    for (const entry of names.values())
      if (entry !== 'folder' && !seen.has(entry)) seen.set(entry, contentAfterCut(entry, random))
    return new Map([...names].map(([name, entry]) => [name, seen.get(entry) ?? null]))
  }

  #openFile({ file, path, isEmptied }: Extract<Step, { do: 'open' }>): boolean {
    if (path === '') {
      this.#open.set(file, 'folder')
      return false
    }
    const present = this.#names.get(path)
    const entry = present ?? { durable: Buffer.alloc(0), pending: [], now: Buffer.alloc(0) }
    this.#open.set(file, entry)
    if (present === undefined) return this.#change({ do: 'put', name: path, entry })
    if (!isEmptied || entry === 'folder') return false
    return this.apply({ do: 'resize', file, size: 0 })
  }

  #change(step: NameStep): boolean {
    this.#pending.push(step)
    if (!changeNames(this.#names, step)) throw new Error(`the trace does not fit: ${JSON.stringify(step)}`)
    return true
  }

  #contentOf(file: number): Content {
    const entry = this.#open.get(file)
    if (entry === undefined || entry === 'folder') throw new Error('writing to nothing')
    return entry
  }

  #named(name: string): Entry {
    const entry = this.#names.get(name)
    if (entry === undefined) throw new Error(`there is no ${name}`)
    return entry
  }
}

/** False when there is nothing to move or to take, as when a step before was lost. */
function changeNames(names: Map<string, Entry>, step: NameStep): boolean {
  if (step.do === 'put') return names.set(step.name, step.entry) !== undefined
  if (step.do === 'take') return names.delete(step.name)
  const entry = names.get(step.from)
  if (entry === undefined) return false
  names.delete(step.from)
  names.set(step.to, entry)
  return true
}

function changed(before: Buffer, step: DataStep): Buffer {
  const end = step.do === 'write' ? Math.max(before.length, step.at + step.data.length) : step.size
  const after = Buffer.alloc(end)
  before.copy(after, 0, 0, Math.min(before.length, end))
  if (step.do === 'write') after.set(step.data, step.at)
  return after
}

function contentAfterCut({ durable, pending, now }: Content, random: Randomness): Buffer {
  const kind = random.under(6)
  if (kind === 0) return durable
  if (kind === 1) return now
  if (kind === 2) return pending.slice(0, random.under(pending.length + 1)).reduce<Buffer>(changed, durable)
  // Any of them, in any order, and of each only the sectors that the disk had come to.
  const share = random.of([5, 50, 95]) ?? 50
  const pieces = pending.flatMap((step): DataStep[] => (step.do === 'write' ? sectorsOf(step) : [step]))
  const kept = pieces.filter(() => random.under(100) < share)
  for (let at = kept.length - 1; kind > 3 && at > 0; at--) {
    const other = random.under(at + 1)
    const [one, two] = [kept[at], kept[other]]
    if (one && two) [kept[at], kept[other]] = [two, one]
  }
  return kept.reduce<Buffer>(changed, durable)
}

function sectorsOf({ file, at, data }: WriteStep): WriteStep[] {
  const pieces: WriteStep[] = []
  for (let from = 0; from < data.length; ) {
    const to = Math.min(data.length, from + SECTOR - ((at + from) % SECTOR))
    pieces.push({ do: 'write', file, at: at + from, data: data.subarray(from, to) })
    from = to
  }
  return pieces
}
