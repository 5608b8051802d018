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
import { createGuest, type Guest } from '../guest'
import { freePort } from '../hub/freePort'
import { hasDone, hasOpened, type Mark } from '../hub/marks'
import { type Death, type HubProcess, startHub } from '../hub/startHub'
import { within } from '../within'
import {
  choosePlan,
  type Plan,
  surveyEdits,
  surveyWindows,
  versionNames,
  versionsKept,
  windowOf,
} from './survey'
import type { Tally } from './tally'

const GUESTS = 3
/** ms between two edits of one guest. */
const EDIT_EVERY = 30
/** Enough characters that the next write is followed by a snapshot. */
const LONG_STORY = 80_000
const KINDS: readonly Plan['kind'][] = [
  ...Array.from({ length: 8 }, () => 'editing' as const),
  ...Array.from({ length: 5 }, () => 'generation' as const),
  'snapshot',
  'snapshot',
  'migration',
  'migration',
  'opening',
  'version',
  'version',
]

/** One board after the other, each killed again and again until `hasNext` says no. */
export class Lane {
  readonly #context: FaultContext
  readonly #random: Randomness
  readonly #tally: Tally
  readonly #folder: string
  #guests: Guest[] = []
  /** Everything on this board that was ever called saved. */
  #saved: Uint8Array[] = []
  /** Names of versions that were asked for, and of those that were said to be kept. */
  #asked = 0
  #kept: string[] = []
  #path = ''
  #port = 0
  #boards = 0

  constructor(context: FaultContext, name: string, random: Randomness, tally: Tally) {
    this.#context = context
    this.#random = random
    this.#tally = tally
    this.#folder = join(context.folder, name)
    mkdirSync(this.#folder)
  }

  async run(hasNext: () => boolean): Promise<void> {
    for (let isMore = hasNext(); isMore; ) {
      await this.#newBoard()
      // Long stories make every kill slower: such a board ends soon.
      let left = 15 + this.#random.under(25)
      for (; left > 0 && isMore; left--, isMore = hasNext()) {
        const plan = choosePlan(this.#random, KINDS, this.#tally)
        if (plan.kind === 'snapshot') left = Math.min(left, 3)
        this.#tally.kills += 1
        if (!(await this.#killOnce(plan))) break
      }
      await this.#closeInPeace()
      for (const guest of this.#guests.splice(0)) guest.dispose()
    }
  }

  async #newBoard(): Promise<void> {
    this.#path = join(this.#folder, `board${this.#boards++}.ground`)
    this.#port = await freePort()
    this.#saved = []
    this.#kept = []
    const doc = this.#random.under(2) === 0 ? sampleDocument() : boardOf(40)
    makeBoard(this.#path, doc)
  }

  /** False when the board could not be opened afterwards. */
  async #killOnce(plan: Plan): Promise<boolean> {
    if (plan.kind === 'generation') growBoard(this.#path)
    if (plan.kind === 'migration') {
      makeOld(this.#path)
      // The first version knew none.
      this.#kept = []
    }
    const killAt =
      'step' in plan && plan.step !== undefined ? { window: windowOf(plan.kind), step: plan.step } : undefined
    const hub = startHub(this.#context.program, { path: this.#path, port: this.#port, killAt })
    const stop = await within(this.#live(hub, plan), () => `for the moment of ${JSON.stringify(plan)}`)
    hub.kill()
    const death = await within(hub.ended, () => 'for a killed hub to end')
    stop()
    // What the hub said before it died may still be on its way.
    const gone = this.#guests.map(({ replica }) => until(replica.connection, ({ state }) => state !== 'live'))
    await within(Promise.all(gone), () => `for guests to notice a kill, ${this.#states()}`)
    const place = surveyWindows(hub.marks, this.#tally)
    this.#tally.places.set(place, (this.#tally.places.get(place) ?? 0) + 1)
    const isOpen = this.#look(hub, death, `after a kill in ${place}`)
    for (const guest of this.#guests) guest.begin()
    return isOpen
  }

  /** Works on the board until the plan's moment has come or the process is gone. */
  async #live(hub: HubProcess, plan: Plan): Promise<() => void> {
    const wait = (time: number) => Promise.race([hub.ended, pause(time)])
    if (plan.kind === 'opening') {
      await wait(plan.after)
      return () => {}
    }
    const span = this.#tally.spans.get(plan.kind === 'editing' ? 'snapshot' : windowOf(plan.kind)) ?? 20
    if (plan.kind === 'migration' && plan.step === undefined) {
      await hub.hear((mark): mark is Begin => mark.mark === 'begin')
      await wait(plan.part * span)
      return () => {}
    }
    if (!(await this.#comeIn(hub))) return () => {}
    const timers = this.#guests.map((guest) => setInterval(guest.act, EDIT_EVERY))
    if (plan.kind === 'editing' || plan.kind === 'migration') await wait('after' in plan ? plan.after : 50)
    else {
      await wait(this.#random.under(250))
      if (plan.kind === 'generation') hub.ask({ do: 'close' })
      if (plan.kind === 'version') hub.ask({ do: 'keepVersion', name: `version ${++this.#asked}` })
      if (plan.kind === 'snapshot') for (const guest of this.#guests) guest.paste(LONG_STORY)
      const window = windowOf(plan.kind)
      await Promise.race([
        hub.hear((mark): mark is Begin => mark.mark === 'begin' && mark.window === window),
        pause(5_000),
      ])
      // The process ends by itself at the step that was chosen, if the window has as many.
      await wait(plan.step === undefined ? plan.part * span : span + 30)
    }
    return () => {
      for (const timer of timers) clearInterval(timer)
    }
  }

  /** Waits until every guest is in the room. False when the hub is gone before. */
  async #comeIn(hub: HubProcess): Promise<boolean> {
    const opened = await within(hub.hear(hasOpened), () => 'for the hub to open its board')
    if (!opened) return false
    if (!opened.board.ok) {
      this.#context.problem(`the hub did not open the board: ${JSON.stringify(opened.board.failure)}`)
      return false
    }
    const { host, port } = new URL(opened.room)
    const enter = async (at: number): Promise<void> => {
      const present = this.#guests[at]
      const isKnown = present && port === String(this.#port) && stateOf(present) !== 'refused'
      if (isKnown) present.meet()
      else present?.dispose()
      const guest = isKnown
        ? present
        : createGuest(`Guest ${at}`, `ws://${host}/sync`, opened.code, this.#random)
      this.#guests[at] = guest
      const state = await until(
        guest.replica.connection,
        ({ state }) => state === 'live' || state === 'refused',
      )
      // A token that was given less than a moment before a kill is known to nobody: in by the code again.
      if (state.state === 'refused' && isKnown) await enter(at)
    }
    const here = Promise.all(Array.from({ length: GUESTS }, (_, at) => enter(at))).then(() => true)
    return within(
      Promise.race([hub.ended.then(() => false), here]),
      () => `for guests to come in, ${this.#states()}`,
    )
  }

  #states(): string {
    return JSON.stringify(this.#guests.map(({ replica }) => [replica.connection.get(), replica.saving.get()]))
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
    const doc = need(unpackDocument(opened.value.contents))
    const { saved, problems } = surveyEdits(doc, this.#guests, hub, death, this.#tally)
    for (const problem of problems) this.#context.problem(`${when}: ${problem}`)
    const isThere = containment(doc)
    if (this.#saved.some((update) => !isThere(update))) {
      this.#context.problem(`${when} something is missing that was saved before the kill before`)
    }
    if (saved.length > 0) this.#saved = [Y.mergeUpdates([...this.#saved, ...saved])]
    doc.destroy()
    return true
  }

  /** At last nothing is missing at all: the guests kept what the hub had not yet saved. */
  async #closeInPeace(): Promise<void> {
    const hub = startHub(this.#context.program, { path: this.#path, port: this.#port })
    if (await this.#comeIn(hub)) {
      const saved = this.#guests.map(({ replica }) =>
        until(replica.saving, ({ state }) => state === 'saved').then(() => replica.doc),
      )
      const docs = await within(
        Promise.race([Promise.all(saved), hub.ended]),
        () => `for everything to be saved, ${this.#states()}`,
      )
      hub.ask({ do: 'close' })
      await within(hub.hear(hasDone), () => 'for the board to be closed')
      const inFile = canonical(documentOfCopy(this.#path, join(this.#folder, 'copy')))
      if (!Array.isArray(docs)) this.#context.problem('the hub went away by itself')
      else if (docs.some((doc) => canonical(doc) !== inFile)) {
        this.#context.problem('after a peaceful end the file and the guests do not have the same board')
      }
    } else this.#context.problem('a hub that nobody killed did not let its guests in')
    hub.kill()
    await hub.ended
  }
}

const stateOf = ({ replica }: Guest) => replica.connection.get().state

type Begin = Mark & { readonly mark: 'begin' }

const pause = (time: number) => new Promise<undefined>((resolve) => setTimeout(resolve, time, undefined))
