/** The contract's numbers: every whiteboard measured with it shows the same cards. */
export const VIEW_WIDTH = 1600
export const VIEW_HEIGHT = 900
export const CARD_WIDTH = 200
export const CARD_HEIGHT = 120
export const GAP = 40
export const COLOURS = ['#fff3bf', '#a5d8ff', '#b2f2bb', '#ffc9c9', '#d0bfff', '#ffd8a8'] as const

export interface BenchCard {
  readonly at: number
  readonly x: number
  readonly y: number
  readonly colour: number
  readonly text: string
}

export interface BenchView {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

const WORDS = (
  'residents said the bus stop feels unsafe after dark near library ramp too steep for ' +
  'prams forms only online carers need one named contact bins missed twice this month market day parking'
).split(' ')

/** About 60 characters, the same every time, different on every card. */
export function cardText(at: number): string {
  let text = `${at + 1}.`
  let key = ((at + 1) * 2654435761) >>> 0
  while (text.length < 60) {
    key = (Math.imul(key, 1664525) + 1013904223) >>> 0
    text += ` ${WORDS[(key >>> 16) % WORDS.length]}`
  }
  return text.slice(0, 60).trimEnd()
}

// As close to 16:9 as possible, so that all in view fills the window.
function columnsOf(count: number): number {
  return Math.max(1, Math.round(Math.sqrt((count * (16 / 9) * (CARD_HEIGHT + GAP)) / (CARD_WIDTH + GAP))))
}

export function makeCards(count: number): BenchCard[] {
  const columns = columnsOf(count)
  return Array.from({ length: count }, (_, at) => ({
    at,
    x: (at % columns) * (CARD_WIDTH + GAP),
    y: Math.floor(at / columns) * (CARD_HEIGHT + GAP),
    colour: at % 6,
    text: cardText(at),
  }))
}

export function extentOf(count: number): { readonly width: number; readonly height: number } {
  const columns = Math.min(count, columnsOf(count))
  const rows = Math.ceil(count / columns)
  return { width: columns * (CARD_WIDTH + GAP) - GAP, height: rows * (CARD_HEIGHT + GAP) - GAP }
}

export function fitView(count: number): BenchView {
  const { width, height } = extentOf(count)
  const zoom = Math.min((VIEW_WIDTH - 40) / width, (VIEW_HEIGHT - 40) / height, 1)
  return { x: width / 2, y: height / 2, zoom }
}
