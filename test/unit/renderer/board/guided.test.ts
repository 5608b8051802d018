import { expect, test } from 'vitest'
import { addCard } from '#shared/board/actions/cards'
import { readingZoom, readingZooms, usuallyShown } from '#shared/room/bigScreen'
import { type GuideOrder, guided, NO_GUIDANCE } from '#shared/room/guiding'
import { Driver } from '../../../driver'

const LEADER = 7

/** A window that somebody else's guidance reaches. */
function led() {
  const driver = new Driver()
  const { guidance } = driver.replica
  const order = (asked: GuideOrder, peer = LEADER) => guidance.set(guided(guidance.get(), peer, asked))
  const middle = () => {
    const { x, y } = driver.session.camera.view.get()
    return [x, y]
  }
  return { driver, session: driver.session, as: () => driver.session.guided.as.get(), order, middle }
}

test('a window that nobody leads stays where it is', () => {
  const { as, middle } = led()
  expect(as()).toBe('free')
  expect(middle()).toEqual([0, 0])
})

test('a call brings the window there once; then it is free', () => {
  const { session, as, order, middle } = led()
  order({ do: 'lookHere', view: [1000, 2000, 1600, 900] })
  expect(middle()).toEqual([1800, 2450])
  expect(as()).toBe('free')
  session.camera.panBy(50, 0)
  expect(middle()).toEqual([1750, 2450])
})

test('a window that is led follows until the person moves the wall, and again when asked', () => {
  const { session, as, order, middle } = led()
  order({ do: 'lead', view: [0, 0, 1600, 900] })
  expect([as(), ...middle()]).toEqual(['following', 800, 450])
  order({ do: 'show', view: [100, 0, 1600, 900] })
  expect(middle()).toEqual([900, 450])
  session.camera.panBy(300, 0)
  expect(as()).toBe('away')
  order({ do: 'show', view: [200, 0, 1600, 900] })
  expect(middle()).toEqual([600, 450])
  session.guided.follow()
  expect([as(), ...middle()]).toEqual(['following', 1000, 450])
  order({ do: 'stopLeading' })
  expect(as()).toBe('free')
  // The big screen goes by this: nobody has to ask for the overview as well.
  expect(session.replica.guidance.get().view).toBeNull()
})

test('nobody is taken away from what they write: the call waits', () => {
  const { session, as, order, middle } = led()
  const id = addCard(session.writer, { type: 'note', pos: [0, 0], size: [240, 160, 0], text: 'Half a' })
  session.editing.set(id)
  order({ do: 'lookHere', view: [1000, 2000, 1600, 900] })
  expect([as(), ...middle()]).toEqual(['called', 0, 0])
  session.guided.follow()
  expect([as(), ...middle()]).toEqual(['free', 1800, 2450])
})

test('a window that is led catches up when the person has finished writing', () => {
  const { session, as, order, middle } = led()
  const id = addCard(session.writer, { type: 'note', pos: [0, 0], size: [240, 160, 0], text: 'Half a' })
  session.editing.set(id)
  order({ do: 'lead', view: [1000, 2000, 1600, 900] })
  expect([as(), ...middle()]).toEqual(['following', 0, 0])
  session.editing.set(null)
  expect(middle()).toEqual([1800, 2450])
})

test('a wall in somebody’s hand is not moved', () => {
  const { driver, session, order, middle } = led()
  addCard(session.writer, { type: 'note', pos: [-120, -80], size: [240, 160, 0], text: 'Held' })
  driver.down(800, 470).move(900, 520)
  order({ do: 'lead', view: [1000, 2000, 1600, 900] })
  expect(middle()).toEqual([0, 0])
})

test('the window that leads tells what it sees and is not moved itself', () => {
  const { driver, session, as, order, middle } = led()
  order({ do: 'lead', view: session.guided.view() }, 1)
  expect(as()).toBe('guide')
  session.camera.panBy(-80, 0)
  order({ do: 'show', view: session.guided.view() }, 1)
  expect([as(), ...middle()]).toEqual(['guide', 80, 0])
  expect(driver.replica.guidance.get().view).toEqual([-720, -450, 1600, 900])
})

test('a spotlight shows the card alone to everybody; who looks away sees the wall', () => {
  const { session, as, order } = led()
  const id = addCard(session.writer, { type: 'note', pos: [3000, 0], size: [240, 160, 0], text: 'This one' })
  order({ do: 'spotlight', card: id })
  expect([as(), session.guided.spotlit.get()]).toEqual(['following', id])
  const { x, zoom } = session.camera.view.get()
  expect([x, zoom]).toEqual([3120, 3])
  session.guided.lookAway()
  expect([as(), session.guided.spotlit.get()]).toEqual(['away', null])
  order({ do: 'spotlight', card: null })
  expect(as()).toBe('free')
})

test('a card that is gone is in no spotlight, and the window stays', () => {
  const { order, middle } = led()
  order({ do: 'spotlight', card: 'nothing' })
  expect(middle()).toEqual([0, 0])
})

test('a window without a person at it always follows', () => {
  const { session, order, middle } = led()
  session.guided.alwaysFollow(() => [0])
  order({ do: 'lead', view: [0, 0, 1600, 900] })
  session.camera.panBy(300, 0)
  order({ do: 'show', view: [200, 0, 1600, 900] })
  expect(middle()).toEqual([1000, 450])
})

test.each<[string, GuideOrder & { do: 'lookHere' }, number]>([
  ['all of what can be read', { do: 'lookHere', view: [0, 0, 600, 300] }, 1600 / 600],
  ['the middle of what could not', { do: 'lookHere', view: [-200, 0, 1000, 700] }, 2],
  ['the whole of an overview', { do: 'lookHere', view: [-1700, -650, 4000, 2000] }, 1600 / 4000],
])('the big screen shows %s', (_, order, zoom) => {
  const { session, order: ask } = led()
  session.guided.alwaysFollow(() => [2])
  ask(order)
  expect(session.camera.view.get()).toEqual({
    x: order.view[0] + order.view[2] / 2,
    y: order.view[1] + order.view[3] / 2,
    zoom,
  })
})

test('who leads is told how much of a view the back row can read', () => {
  expect(usuallyShown({ x: 0, y: 0, width: 900, height: 480 }, 16)).toBe('whole')
  expect(usuallyShown({ x: 0, y: 0, width: 1000, height: 750 }, 16)).toBe('middle')
  expect(usuallyShown({ x: 0, y: 0, width: 4000, height: 2500 }, 16)).toBe('far')
  // 3 % of the height is 32 CSS pixels of a thousand and eighty lines.
  expect(16 * readingZoom(1080)).toBeCloseTo(32.4)
  expect(usuallyShown({ x: 0, y: 0, width: 900, height: 480 }, 12)).toBe('middle')
  for (const letters of [12, 13, 15])
    expect(letters * (readingZooms(1080, letters)[0] ?? 0)).toBeCloseTo(32.4)
  expect(readingZooms(1080, 20)).toEqual([readingZoom(1080)])
})

test('the big screen comes nearer for small letters, unless too much would be lost, and to a card in the spotlight', () => {
  const { session, order } = led()
  session.guided.alwaysFollow(({ width }) => (width < 2_000 ? [3.5, 2] : [2]))
  const zoom = () => session.camera.view.get().zoom
  order({ do: 'lead', view: [0, 0, 900, 500] })
  expect(zoom()).toBeCloseTo(3.5)
  order({ do: 'show', view: [0, 0, 1200, 700] })
  expect(zoom()).toBe(2)
  const card = addCard(session.writer, { type: 'note', pos: [0, 0], size: [60, 40, 0] })
  order({ do: 'spotlight', card })
  expect(zoom()).toBeCloseTo(3.5)
})

test('a view that holds all there is keeps all of it on the big screen', () => {
  const { session, order } = led()
  session.guided.alwaysFollow(() => [2])
  const note = { type: 'note', size: [240, 160, 0] } as const
  addCard(session.writer, { ...note, pos: [300, 100] })
  order({ do: 'lead', view: [-200, 0, 1000, 700] })
  // All of it fits in letters that the back row can read, though the view does not.
  expect(session.camera.view.get()).toEqual({ x: 420, y: 180, zoom: 2 })
  addCard(session.writer, { ...note, pos: [-200, 540] })
  order({ do: 'show', view: [-300, 0, 1000, 760] })
  expect(session.camera.view.get()).toEqual({ x: 200, y: 380, zoom: 900 / 760 })
})

test('what changes nothing is the same guidance', () => {
  const orders: GuideOrder[] = [
    { do: 'show', view: [0, 0, 1, 1] },
    { do: 'stopLeading' },
    { do: 'spotlight', card: null },
    { do: 'showAll' },
    { do: 'lockStage', isOn: false },
  ]
  for (const order of orders) expect(guided(NO_GUIDANCE, 1, order)).toBe(NO_GUIDANCE)
})
