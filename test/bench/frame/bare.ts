import { type BenchCard, CARD_HEIGHT, CARD_WIDTH, COLOURS, VIEW_HEIGHT, VIEW_WIDTH } from './cards'
import { makeBench } from './contract'

interface Shown extends Omit<BenchCard, 'x' | 'y'> {
  x: number
  y: number
  lines?: string[]
}

/** The floor of this machine: one 2D canvas that draws every card in view each frame, and nothing else. */
const canvas = document.querySelector('canvas')
const context = canvas?.getContext('2d')
if (!canvas || !context) throw new Error('no 2D canvas')
let cards: Shown[] = []
let camera = { x: 0, y: 0, zoom: 1 }
let isDue = false
let dragged: { readonly card: Shown; readonly x: number; readonly y: number }[] = []

function wrap(text: string): string[] {
  if (!context) return []
  context.font = '16px sans-serif'
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word
    if (context.measureText(longer).width > 184) {
      lines.push(line)
      line = word
    } else line = longer
  }
  lines.push(line)
  return lines
}

function draw(): void {
  isDue = false
  if (!context) return
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.fillStyle = '#fff'
  context.fillRect(0, 0, VIEW_WIDTH, VIEW_HEIGHT)
  const { zoom } = camera
  const left = VIEW_WIDTH / 2 - camera.x * zoom
  const top = VIEW_HEIGHT / 2 - camera.y * zoom
  context.setTransform(zoom, 0, 0, zoom, left, top)
  context.font = '16px sans-serif'
  context.textAlign = 'center'
  context.lineWidth = 1
  context.strokeStyle = '#333'
  for (const card of cards) {
    if (!isInView(card)) continue
    context.fillStyle = COLOURS[card.colour] ?? '#fff'
    context.fillRect(card.x, card.y, CARD_WIDTH, CARD_HEIGHT)
    context.strokeRect(card.x, card.y, CARD_WIDTH, CARD_HEIGHT)
    context.fillStyle = '#111'
    card.lines ??= wrap(card.text)
    for (const [at, line] of card.lines.entries())
      context.fillText(line, card.x + CARD_WIDTH / 2, card.y + 45 + at * 20)
  }
}

function isInView({ x, y }: Shown): boolean {
  const across = VIEW_WIDTH / 2 / camera.zoom
  const down = VIEW_HEIGHT / 2 / camera.zoom
  return (
    x <= camera.x + across &&
    y <= camera.y + down &&
    x + CARD_WIDTH >= camera.x - across &&
    y + CARD_HEIGHT >= camera.y - down
  )
}

function ask(): void {
  if (!isDue) requestAnimationFrame(draw)
  isDue = true
}

window.__bench = makeBench({
  name: 'bare canvas',
  version: '-',
  ready: Promise.resolve(),
  load(fresh) {
    cards = fresh.map((card) => ({ ...card }))
    ask()
  },
  clear() {
    cards = []
    draw()
  },
  setCamera(view) {
    camera = view
    ask()
  },
  zoom: () => camera.zoom,
  visible: () => cards.filter(isInView).length,
  beginDrag(chosen) {
    dragged = chosen.flatMap((at) => {
      const card = cards[at]
      return card ? [{ card, x: card.x, y: card.y }] : []
    })
  },
  drag(dx, dy) {
    for (const { card, x, y } of dragged) {
      card.x = x + dx
      card.y = y + dy
    }
    ask()
  },
  endDrag() {
    for (const { card, x, y } of dragged) Object.assign(card, { x, y })
    dragged = []
    ask()
  },
  serialize: () => new TextEncoder().encode(JSON.stringify(cards.map(({ lines: _, ...card }) => card))),
  open(stored, view) {
    cards = JSON.parse(new TextDecoder().decode(stored)) as Shown[]
    camera = view
    ask()
  },
  painted() {
    const { data } = context.getImageData(VIEW_WIDTH / 2 - 130, VIEW_HEIGHT / 2 - 90, 260, 180)
    return data.some((value, at) => at % 4 < 2 && value < 250)
  },
})
