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
import { choosePlan, type Plan, surveyEdits, surveyWindows, windowOf } from './survey'
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
    const doc = this.#random.under(2) === 0 ? sampleDocument() : boardOf(40)
    makeBoard(this.#path, doc)
  }

  /** False when the board could not be opened afterwards. */
  async #killOnce(plan: Plan): Promise<boolean> {
    if (plan.kind === 'generation') growBoard(this.#path)
    if (plan.kind === 'migration') makeOld(this.#path)
    const killAt =
      'step' in plan && plan.step !== undefined ? { window: windowOf(plan.kind), step: plan.step } : undefined
    const hub = startHub(this.#context.program, { path: this.#path, port: this.#port, killAt })
    const stop = await this.#live(hub, plan)
    hub.kill()
    const death = await hub.ended
    stop()
    // What the hub said before it died may still be on its way.
    await Promise.all(
      this.#guests.map(({ replica }) => until(replica.connection, ({ state }) => state !== 'live')),
    )
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

  /** Waits until every guest is in the room. */
  async #comeIn(hub: HubProcess): Promise<boolean> {
    const opened = await hub.hear(hasOpened)
    if (!opened) return false
    if (!opened.board.ok) {
      this.#context.problem(`the hub did not open the board: ${JSON.stringify(opened.board.failure)}`)
      return false
    }
    const url = `ws://${new URL(opened.room).host}/sync`
    const isSamePort = new URL(opened.room).port === String(this.#port)
    for (let at = 0; at < GUESTS; at++) {
      const guest = this.#guests[at]
      // A token that was given less than a moment before the kill is known to nobody: in by the code again.
      if (guest && isSamePort && guest.replica.connection.get().state !== 'refused') {
        guest.meet()
        continue
      }
      guest?.dispose()
      this.#guests[at] = createGuest(`Guest ${at}`, url, opened.code, this.#random)
    }
    const here = this.#guests.map(({ replica }) =>
      until(replica.connection, ({ state }) => state === 'live' || state === 'refused'),
    )
    await Promise.race([hub.ended, Promise.all(here)])

    return true
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
      const docs = await Promise.race([Promise.all(saved), hub.ended])
      hub.ask({ do: 'close' })
      await hub.hear(hasDone)
      const inFile = canonical(documentOfCopy(this.#path, join(this.#folder, 'copy')))
      if (!Array.isArray(docs)) this.#context.problem('the hub went away by itself')
      else if (docs.some((doc) => canonical(doc) !== inFile)) {
        this.#context.problem('after a peaceful end the file and the guests do not have the same board')
      }
    }
    hub.kill()
    await hub.ended
  }
}

type Begin = Mark & { readonly mark: 'begin' }

const pause = (time: number) => new Promise<undefined>((resolve) => setTimeout(resolve, time, undefined))
