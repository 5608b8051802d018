import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { addCard, deleteCards, moveCards, writeCard } from '#shared/board/actions/cards'
import { TINTS } from '#shared/board/vocabulary'
import { touches, unionOf } from '#shared/cards/box'
import type { Brush } from '#shared/cards/brush'
import { paintCard } from '#shared/cards/kinds'
import { COMMANDS } from '../../renderer/board/commands/commands'
import { createRecords } from '../../renderer/board/records'
import { createScene, type Scene } from '../../renderer/board/scene'
import { graspOf, handlePoint, handlesOf } from '../../renderer/board/tools/handles'
import { TOOLS } from '../../renderer/board/tools/tool'
import { Driver } from '../driver'
import { canonical } from '../support/canonical'
import { MemoryRoom } from '../support/memoryReplica'
import { type Randomness, seeded } from '../support/randomness'
import { paintContext } from '../support/recordingBrush'
import { ACTS } from './everyAction'

const GESTURES = 45
/** More with `GESTURE_SEEDS=200 npx vitest run --config test/vitest.config.ts test/fuzz/gestures.test.ts`. */
const SEEDS = Array.from({ length: Number(process.env.GESTURE_SEEDS ?? 4) }, (_, at) => at + 1)

/** Time and ids repeat with the seed too. */
function repeatable(seed: number): Randomness {
  const ids = seeded(seed + 1000)
  vi.spyOn(globalThis.crypto, 'getRandomValues').mockImplementation((array) => {
    if (array instanceof Uint8Array) for (const at of array.keys()) array[at] = ids.under(256)
    else if (array instanceof Uint32Array) for (const at of array.keys()) array[at] = ids.under(2 ** 32)
    return array
  })
  return seeded(seed)
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

type Gesture = (driver: Driver, random: Randomness, between: () => void) => void

const spot = (random: Randomness): [number, number] => [random.under(1600), random.under(900)]
const keysOf = (random: Randomness) => ({
  shift: random.under(4) === 0,
  mod: random.under(6) === 0,
  alt: random.under(6) === 0,
})

/** Moves a pointer that is down here and there, is interrupted now and then, and lets go. */
function carry(driver: Driver, random: Randomness, between: () => void): void {
  for (let moves = random.under(4); moves >= 0; moves--) {
    driver.moveTo(...spot(random))
    if (random.under(4) === 0) between()
  }
  const ending = random.under(10)
  if (ending === 0) driver.press('Escape')
  else if (ending === 1) return void driver.cancel()
  // A card that rests on another begins a theme.
  if (random.under(5) === 0) vi.advanceTimersByTime(1000)
  driver.up()
}

/** A point on a card that is there, or anywhere. */
function aim(driver: Driver, random: Randomness): [number, number] {
  const place = random.of(driver.session.scene.all())?.place
  if (!place || random.under(4) === 0) return spot(random)
  return driver.session.camera.toScreen([
    place.x + random.under(Math.max(1, Math.round(place.width))),
    place.y + random.under(Math.max(1, Math.round(place.height))),
  ])
}

const GESTURE: Readonly<Record<string, Gesture>> = {
  drag(driver, random, between) {
    driver.down(...aim(driver, random), keysOf(random))
    carry(driver, random, between)
  },
  box(driver, random, between) {
    driver.down(...spot(random), { shift: random.under(3) === 0 })
    carry(driver, random, between)
  },
  lasso(driver, random, between) {
    driver.down(...spot(random), { alt: true, shift: random.under(3) === 0 })
    carry(driver, random, between)
  },
  handle(driver, random, between) {
    const grasp = graspOf(driver.session)
    const { zoom } = driver.session.camera.view.get()
    const handle = grasp && random.of(handlesOf(grasp, zoom))
    if (!grasp || !handle) return
    const at = driver.session.camera.toScreen(handlePoint(grasp.place, handle, zoom))
    driver.down(...at, keysOf(random))
    carry(driver, random, between)
  },
  click: (driver, random) => void driver.click(...aim(driver, random), keysOf(random)),
  write(driver, random, between) {
    driver.doubleClick(...aim(driver, random)).type(random.words())
    between()
    driver.type('x').press('Escape')
  },
  typeOnWall: (driver, random) =>
    void driver
      .moveTo(...spot(random))
      .type('y')
      .press('Escape'),
  key: (driver, random) =>
    void driver.press(
      random.of(['Delete', 'ArrowUp', 'shift+ArrowLeft', 'Enter', 'Escape', 'mod+a']) ?? 'Escape',
    ),
  undo: (driver, random) => void driver.press(random.of(['mod+z', 'mod+z', 'mod+y']) ?? 'mod+z'),
  command(driver, random) {
    // Several cards, so that there is something to arrange.
    if (random.under(2) === 0) driver.session.selection.set(random.some(driver.cards).map(({ id }) => id))
    const command = random.of(COMMANDS.filter(({ group }) => group !== 'view'))
    if (command?.isPossible(driver.session)) command.run(driver.session)
    driver.session.overlay.set(null)
  },
  tool(driver, random, between) {
    driver.session.tools.choose(random.of(TOOLS) ?? 'pen')
    driver.down(...aim(driver, random), keysOf(random))
    carry(driver, random, between)
    driver.press('Escape')
    driver.session.tools.choose('select')
  },
  look(driver, random) {
    driver.session.camera.set({ x: 0, y: 0, zoom: random.of([0.25, 0.5, 1, 2]) ?? 1 })
    driver.wheel(...spot(random), random.under(300) - 150, random.under(300) - 150)
  },
  act: (driver, random) =>
    void ACTS[random.of(['makeTheme', 'addStoryboard', 'addFrame', 'toggleVote', 'reshapeCards']) ?? '']?.(
      driver.session.writer,
      random,
    ),
}

/** What somebody else does meanwhile, straight in the document. */
function meddle(driver: Driver, random: Randomness): void {
  const { writer } = driver.session
  const ids = random.some(driver.cards.map(({ id }) => id)).slice(0, 3)
  const act = random.under(4)
  if (act === 0) deleteCards(writer, ids.slice(0, 1))
  else if (act === 1) moveCards(writer, ids, [random.under(200) - 100, random.under(200) - 100])
  else if (act === 2) for (const id of ids) writeCard(writer, id, random.words())
  else ACTS[random.of(['lockCards', 'groupCards', 'joinTheme', 'addCard']) ?? '']?.(writer, random)
}

function fill(driver: Driver, random: Randomness): void {
  for (let made = 0; made < 12; made++)
    addCard(driver.session.writer, {
      type: random.of(['note', 'insight', 'idea']) ?? 'note',
      text: random.words(),
      tint: random.of(TINTS) ?? 'lemon',
      pos: [random.under(1300) - 800, random.under(700) - 450],
      size: [200, 120, random.of([0, 0, 0, 30]) ?? 0],
    })
}

const shown = (scene: Scene) =>
  scene.all().map(({ id, card, place, bounds, details }) => ({ id, card, place, bounds, details }))

function rebuilt(doc: Y.Doc): Scene {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return createScene(copy, createRecords(copy))
}

/** The scene and its index say what a scene made from scratch says. */
function expectSound(driver: Driver, random: Randomness, when: string): void {
  const { scene } = driver.session
  const fresh = rebuilt(driver.replica.doc)
  // Words are compared far faster than what they say; only a difference is looked at closely.
  const [now, anew] = [shown(scene), shown(fresh)]
  if (JSON.stringify(now) !== JSON.stringify(anew)) expect(now, when).toEqual(anew)
  expect(scene.bounds(), when).toEqual(unionOf(fresh.all().map(({ bounds }) => bounds)))
  const area = { x: random.under(2000) - 1000, y: random.under(1000) - 500, width: 700, height: 500 }
  const inArea = fresh.all().filter(({ bounds }) => touches(bounds, area))
  const ids = inArea.map(({ id }) => id)
  expect(
    scene.within(area).map(({ id }) => id),
    when,
  ).toEqual(ids)
  expect(
    scene
      .near(area)
      .map(({ id }) => id)
      .sort(),
    when,
  ).toEqual([...ids].sort())
  for (const { id } of inArea) {
    expect([...scene.membersOf(id)].sort(), when).toEqual([...fresh.membersOf(id)].sort())
    expect([...scene.groupedWith(id)].sort(), when).toEqual([...fresh.groupedWith(id)].sort())
  }
}

/** Everything that a brush is asked for when the whole wall is painted. */
function paintingOf(scene: Scene): string {
  const strokes: unknown[] = []
  const brush = new Proxy({} as Brush, {
    get:
      (_, name) =>
      (...args: unknown[]) => {
        const paint = args.at(-1)
        strokes.push([name, ...args.filter((arg) => typeof arg !== 'function')])
        if (typeof paint === 'function') paint()
      },
  })
  for (const drawable of scene.all()) paintCard(brush, drawable, paintContext())
  return JSON.stringify(strokes)
}

function letGo(driver: Driver): void {
  for (let time = 0; time < 4; time++) driver.press('Escape')
}

test.each(SEEDS)('scene, index and a rebuild agree after every gesture of two people (seed %i)', (seed) => {
  const random = repeatable(seed)
  const room = new MemoryRoom()
  const [me, you] = [new Driver(room, 1), new Driver(room, 2)]
  fill(me, random)
  room.deliver()
  const updates: Uint8Array[] = []
  for (const { replica } of [me, you])
    replica.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== room) updates.push(update)
    })
  const start = Y.encodeStateAsUpdate(me.replica.doc)
  const between = () => {
    meddle(you, random)
    room.deliver((count) => random.under(count))
  }
  const names = Object.keys(GESTURE)
  for (let step = 0; step < GESTURES; step++) {
    const name = random.of(names) ?? 'drag'
    GESTURE[name]?.(me, random, between)
    if (random.under(4) === 0) GESTURE[random.of(names) ?? 'drag']?.(you, random, () => undefined)
    if (random.under(3) === 0) room.deliver((count) => random.under(count))
    expectSound(me, random, `seed ${seed}, gesture ${step}: ${name}`)
  }
  letGo(me)
  letGo(you)
  vi.runOnlyPendingTimers()
  expect([...me.session.preview.lifts.get(), ...me.session.preview.guides.get()]).toEqual([])
  room.deliver((count) => random.under(count))
  // And a third, who gets everything at the end in an order of their own.
  const late = new Y.Doc()
  Y.applyUpdate(late, start)
  while (updates.length > 0) {
    const [update] = updates.splice(random.under(updates.length), 1)
    if (update) Y.applyUpdate(late, update)
  }
  const mine = paintingOf(me.session.scene)
  expect(paintingOf(you.session.scene)).toBe(mine)
  expect(paintingOf(createScene(late, createRecords(late)))).toBe(mine)
  for (const driver of [me, you]) driver.dispose()
})

test.each(SEEDS)('undoing everything and doing it again gives the same board (seed %i)', (seed) => {
  const random = repeatable(seed + 100)
  const me = new Driver()
  fill(me, random)
  const names = Object.keys(GESTURE)
  for (let step = 0; step < GESTURES; step++)
    GESTURE[random.of(names) ?? 'drag']?.(me, random, () => undefined)
  letGo(me)
  vi.runOnlyPendingTimers()
  const { undo, tools } = me.session
  tools.choose('select')
  while (undo.state.get().canRedo) undo.redo()
  const before = canonical(me.replica.doc)
  const depth = undo.depth()
  for (let step = 0; step < depth; step++) {
    undo.undo()
    if (step % 10 === 0) expectSound(me, random, `seed ${seed}, undone ${step}`)
  }
  for (let step = 0; step < depth; step++) undo.redo()
  expect(canonical(me.replica.doc), `seed ${seed}`).toBe(before)
  expectSound(me, random, `seed ${seed}, done again`)
  me.dispose()
})
