import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import * as Y from 'yjs'
import { openBoardFile } from '../../../electron/files/boardFile'
import { unpackDocument } from '../../../electron/files/document'
import { boardOf } from '../../bench/boards'
import { need } from '../../bench/workplace'
import { canonical } from '../../support/canonical'
import type { Randomness } from '../../support/randomness'
import { sampleDocument } from '../../support/sample'
import { until } from '../../support/until'
import { copyBoard, documentOfCopy, growBoard, makeBoard, makeOld } from '../boards'
import { containment } from '../contains'
import type { FaultContext } from '../fault'
import { freePort } from '../hub/freePort'
import { isDoneOf } from '../hub/marks'
import { type Death, type HubProcess, startHub } from '../hub/startHub'
import { within } from '../within'
import { Crowd } from './crowd'
import { killRepair } from './repairs'
import {
  choosePlan,
  isBeginOf,
  isPurged,
  killAtOf,
  type Plan,
  surveyEdits,
  surveyWindows,
  versionNames,
  versionsKept,
} from './survey'
import type { Tally } from './tally'
import { placesLeft, type Telling, tell } from './telling'

/** ms between two edits of one guest. */
const EDIT_EVERY = 40
/** Enough characters that the next write is followed by a snapshot. */
const LONG_STORY = 80_000

/** Bytes of edits after which every further kill takes long. */
const LARGE = 400_000

/** One board after the other, each killed again and again for as long as `next` gives a kind of kill. */
export class Lane {
  readonly #context: FaultContext
  readonly #random: Randomness
  readonly #tally: Tally
  readonly #folder: string
  readonly #crowd: Crowd
  /** Everything on this board that was ever called saved. */
  #saved: Uint8Array[] = []
  /** How many versions were asked for, and the names of those that were said to be kept. */
  #asked = 0
  #kept: string[] = []
  /** What is being removed for good, and the words that were said to be gone. */
  #telling: Telling | undefined
  #gone: string[] = []
  #path = ''
  #port = 0
  #boards = 0

  constructor(context: FaultContext, name: string, random: Randomness, tally: Tally) {
    this.#context = context
    this.#random = random
    this.#tally = tally
    this.#crowd = new Crowd(random)
    this.#folder = join(context.folder, name)
    mkdirSync(this.#folder)
  }

  async run(next: () => Plan['kind'] | undefined): Promise<void> {
    for (let kind = next(); kind; ) {
      await this.#newBoard()
      // Long stories make every kill slower: such a board ends soon.
      let left = 15 + this.#random.under(25)
      for (; left > 0 && kind; left--, kind = next()) {
        if (kind === 'snapshot' || this.#isLarge) left = Math.min(left, 3)
        this.#tally.kills += 1
        if (kind === 'repair') await this.#killRepair()
        else if (!(await this.#killOnce(choosePlan(kind, this.#random, this.#tally)))) break
      }
      await this.#closeInPeace()
      this.#crowd.dispose()
    }
  }

  get #isLarge(): boolean {
    return this.#saved.reduce((sum, { length }) => sum + length, 0) > LARGE
  }

  async #newBoard(): Promise<void> {
    // In a folder of its own, in which words that are to be gone are looked for.
    const folder = join(this.#folder, `board${this.#boards++}`)
    mkdirSync(folder)
    this.#path = join(folder, 'board.ground')
    this.#port = await freePort()
    this.#saved = []
    this.#kept = []
    this.#gone = []
    const doc = this.#random.under(2) === 0 ? sampleDocument() : boardOf(40)
    makeBoard(this.#path, doc)
  }

  async #killRepair(): Promise<void> {
    await killRepair(this.#context, join(this.#folder, 'damaged'), this.#random, this.#tally)
    this.#tally.places.set('a repair', (this.#tally.places.get('a repair') ?? 0) + 1)
  }

  /** False when the board could not be opened afterwards. */
  async #killOnce(plan: Plan): Promise<boolean> {
    if (plan.kind === 'generation') growBoard(this.#path)
    if (plan.kind === 'migration') {
      makeOld(this.#path)
      // The first version knew none, and no purges: whoever was away could bring back what is gone.
      this.#kept = []
      this.#gone = []
      this.#crowd.dispose()
    }
    this.#telling = undefined
    const killAt = killAtOf(plan)
    const hub = startHub(this.#context.program, { path: this.#path, port: this.#port, killAt })
    const stop = await within(this.#live(hub, plan), () => `for the moment of ${JSON.stringify(plan)}`)
    hub.kill()
    const death = await within(hub.ended, () => 'for a killed hub to end')
    stop()
    await this.#crowd.notice()
    const place = surveyWindows(hub.marks, plan.kind, this.#tally)
    this.#tally.places.set(place, (this.#tally.places.get(place) ?? 0) + 1)
    const isOpen = this.#look(hub, death, `after a kill in ${place}`)
    this.#crowd.begin()
    return isOpen
  }

  /** Works on the board until the plan's moment has come or the process is gone. */
  async #live(hub: HubProcess, plan: Plan): Promise<() => void> {
    const wait = (time: number) => Promise.race([hub.ended, pause(time)])
    if (plan.kind === 'opening') {
      await wait(plan.after)
      return () => {}
    }
    const span = this.#tally.spans.get(plan.kind === 'editing' ? 'snapshot' : plan.kind) ?? 20
    if (plan.kind === 'migration' && plan.step === undefined) {
      await hub.hear(isBeginOf('migration'))
      await wait(plan.part * span)
      return () => {}
    }
    if (!(await this.#crowd.comeIn(hub, this.#port))) return () => {}
    if (plan.kind === 'purge') await this.#tell(hub)
    const timers = this.#crowd.guests.map((guest) => setInterval(() => guest.act(), EDIT_EVERY))
    if (plan.kind === 'editing' || plan.kind === 'migration') await wait('after' in plan ? plan.after : 50)
    else {
      await wait(this.#random.under(250))
      if (plan.kind === 'generation') hub.ask({ do: 'close' })
      if (plan.kind === 'version') this.#keepVersion(hub)
      if (plan.kind === 'snapshot') for (const guest of this.#crowd.guests) guest.paste(LONG_STORY)
      if (plan.kind === 'purge' && this.#telling) hub.ask({ do: 'purge', order: this.#telling.order })
      // Most of a purge comes before its new file: only what is to end within that waits for it.
      const isAwaited = plan.kind !== 'purge' || plan.step !== undefined
      if (isAwaited) await Promise.race([hub.hear(isBeginOf(plan.kind)), pause(5_000)])
      const isAfter = plan.kind === 'purge' && plan.part > 1
      if (isAfter) await Promise.race([hub.hear(isDoneOf('purge')), hub.ended])
      // The process ends by itself at the step that was chosen, if the work has as many.
      await wait(plan.step !== undefined ? span + 30 : isAfter ? this.#random.under(300) : plan.part * span)
    }
    return () => {
      for (const timer of timers) clearInterval(timer)
    }
  }

  #keepVersion(hub: HubProcess): void {
    hub.ask({ do: 'keepVersion', name: `version ${++this.#asked}` })
  }

  /** Somebody tells what is to be gone; the file has it, and half the time a version too. */
  async #tell(hub: HubProcess): Promise<void> {
    this.#telling = tell(this.#crowd.guests, this.#random)
    const saved = this.#crowd.guests.map(({ replica }) =>
      until(replica.saving, ({ state }) => state === 'saved'),
    )
    await Promise.race([Promise.all(saved), hub.ended])
    if (this.#random.under(2) === 0) return
    // Everything that is told to be gone is to go from there too.
    this.#keepVersion(hub)
    await hub.hear(isDoneOf('keepVersion'))
  }

  /** Opens a copy of what the kill left, and checks it. */
  #look(hub: HubProcess, death: Death, when: string): boolean {
    const copy = copyBoard(this.#path, join(this.#folder, 'copy'))
    const opened = openBoardFile(copy)
    if (!opened.ok) {
      const { code, detail } = opened.failure
      this.#context.problem(`${when} the board does not open: ${code} ${detail ?? ''}`)
      return false
    }
    this.#tally.opened += 1
    this.#kept.push(...versionsKept(hub.marks))
    const versions = new Set(versionNames(opened.value.file))
    for (const name of this.#kept)
      if (!versions.has(name)) this.#context.problem(`${when} the version ${name} is gone`)
    opened.value.file.release()
    if (this.#telling && isPurged(hub.marks)) {
      this.#tally.purged += 1
      this.#gone.push(this.#telling.words)
    }
    this.#lookForGone(copy, when)
    const doc = need(unpackDocument(opened.value.contents))
    const { saved, problems } = surveyEdits(doc, this.#crowd.guests, hub, death, this.#tally)
    for (const problem of problems) this.#context.problem(`${when}: ${problem}`)
    const isThere = containment(doc)
    if (this.#saved.some((update) => !isThere(update))) {
      this.#context.problem(`${when} something is missing that was saved before the kill before`)
    }
    if (saved.length > 0) this.#saved = [Y.mergeUpdates([...this.#saved, ...saved])]
    doc.destroy()
    return true
  }

  #lookForGone(copy: string, when: string): void {
    for (const words of this.#gone) {
      const places = placesLeft(this.#path, copy, words)
      if (places.length > 0) this.#context.problem(`${when} what was said to be gone is in ${places}`)
    }
  }

  /** At last nothing is missing at all: the guests kept what the hub had not yet saved. */
  async #closeInPeace(): Promise<void> {
    const hub = startHub(this.#context.program, { path: this.#path, port: this.#port })
    if (await this.#crowd.comeIn(hub, this.#port)) {
      const saved = this.#crowd.guests.map(({ replica }) =>
        until(replica.saving, ({ state }) => state === 'saved').then(() => replica.doc),
      )
      const docs = await within(
        Promise.race([Promise.all(saved), hub.ended]),
        () => `for everything to be saved, ${this.#crowd.states()}`,
      )
      hub.ask({ do: 'close' })
      await within(hub.hear(isDoneOf('close')), () => 'for the board to be closed')
      const copy = join(this.#folder, 'copy')
      const inFile = canonical(documentOfCopy(this.#path, copy))
      this.#lookForGone(join(copy, 'board.ground'), 'after a peaceful end')
      if (!Array.isArray(docs)) this.#context.problem('the hub went away by itself')
      else if (docs.some((doc) => canonical(doc) !== inFile)) {
        this.#context.problem('after a peaceful end the file and the guests do not have the same board')
      }
    } else this.#context.problem('a hub that nobody killed did not let its guests in')
    hub.kill()
    await hub.ended
  }
}

const pause = (time: number) => new Promise<undefined>((resolve) => setTimeout(resolve, time, undefined))
