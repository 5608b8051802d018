import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addCard } from '#shared/board/actions/cards'
import { touches } from '#shared/cards/box'
import { createRecords } from '../../../../renderer/board/records'
import { createScene, type Scene } from '../../../../renderer/board/scene'
import { Driver } from '../../../driver'
import { ACTS } from '../../../fuzz/everyAction'
import { MemoryRoom } from '../../../support/memoryReplica'
import { type Randomness, seeded } from '../../../support/randomness'

const shown = (scene: Scene) =>
  scene.all().map(({ id, card, place, bounds, details }) => ({ id, card, place, bounds, details }))

function rebuilt(driver: Driver): Scene {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(driver.replica.doc))
  return createScene(copy, createRecords(copy))
}

function gesture(driver: Driver, random: Randomness): void {
  const point = (): [number, number] => [random.under(1600), random.under(900)]
  const keys = { shift: random.under(4) === 0 }
  const drag = () => {
    driver.down(...point(), keys)
    for (let moves = random.under(4); moves >= 0; moves--) driver.moveTo(...point())
    if (random.under(5) === 0) driver.press('Escape')
    driver.up()
  }
  const { tools } = driver.session
  const acts = [
    drag,
    drag,
    drag,
    () => driver.click(...point(), keys),
    () =>
      driver
        .doubleClick(...point())
        .type(random.words())
        .press('Escape'),
    () =>
      driver
        .moveTo(...point())
        .type('x')
        .press('Escape'),
    () => driver.press(random.of(['Delete', 'mod+d', 'mod+a', 'ArrowUp', 'shift+ArrowLeft']) ?? 'Escape'),
    () => driver.press(random.of(['mod+z', 'mod+z', 'mod+y']) ?? 'mod+z'),
    () => driver.wheel(...point(), random.under(300) - 150, random.under(300) - 150),
    () => {
      tools.choose(random.of(['pen', 'card'] as const) ?? 'pen')
      drag()
      tools.choose('select')
    },
    () =>
      ACTS[random.of(['makeTheme', 'addStoryboard', 'addFrame', 'toggleVote']) ?? '']?.(
        driver.session.writer,
        random,
      ),
    () => driver.session.camera.set({ x: 0, y: 0, zoom: random.of([0.25, 0.5, 1]) ?? 1 }),
  ]
  random.of(acts)?.()
}

test.each([1, 2, 3, 4, 5, 6])('after any gestures scene and index equal a rebuild (seed %i)', (seed) => {
  const random = seeded(seed)
  const room = new MemoryRoom()
  const people = [new Driver(room, 1), new Driver(room, 2)]
  for (let step = 0; step < 60; step++) {
    for (const person of people) gesture(person, random)
    if (random.under(3) === 0) room.deliver((count) => random.under(count))
    if (step % 6 !== 0) continue
    const [me] = people
    if (!me) continue
    const fresh = rebuilt(me)
    expect(shown(me.session.scene)).toEqual(shown(fresh))
    const area = { x: random.under(2000) - 1000, y: random.under(1000) - 500, width: 700, height: 500 }
    const expected = fresh.all().filter(({ bounds }) => touches(bounds, area))
    expect(me.session.scene.within(area).map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
  }
  room.deliver((count) => random.under(count))
  const [a, b] = people.map(({ session }) => shown(session.scene))
  expect(a).toEqual(b)
})

test.each([11, 12, 13])('undoing everything and redoing it gives the same wall (seed %i)', (seed) => {
  const random = seeded(seed)
  const me = new Driver()
  for (let step = 0; step < 40; step++) gesture(me, random)
  me.press('Escape').press('Escape').press('Escape')
  while (me.session.undo.state.get().canRedo) me.press('mod+y')
  const before = shown(me.session.scene)
  const depth = me.session.undo.depth()
  for (let step = 0; step < depth; step++) me.session.undo.undo()
  for (let step = 0; step < depth; step++) me.session.undo.redo()
  expect(shown(me.session.scene)).toEqual(before)
})

test('what did not change keeps its drawable, so that layouts stay cached', () => {
  const me = new Driver()
  const a = addCard(me.session.writer, { type: 'note', text: 'a', pos: [0, 0] })
  const before = me.session.scene.get(a)
  addCard(me.session.writer, { type: 'note', text: 'b', pos: [300, 0] })
  expect(me.session.scene.get(a)).toBe(before)
})
