import i18next from 'i18next'
import type { Box } from '#shared/cards/box'
import { type Colours, DARK, HIGH_CONTRAST, LIGHT } from '#shared/cards/colours'
import { createRecords } from '../../renderer/board/records'
import { createScene } from '../../renderer/board/scene'
import { signal } from '../../renderer/board/signal'
import { paintWorld } from '../../renderer/canvas/cardsPainter'
import { cardWords } from '../../renderer/canvas/cardWords'
import { createMeasure, lettersCame, loadFonts } from '../../renderer/canvas/fonts'
import { createLook } from '../../renderer/canvas/paintContext'
import type { ScaledPictures } from '../../renderer/canvas/scaledPictures'
import { startLanguage } from '../../renderer/ui/language'
import { type Cell, galleryBoard, type Language } from './board'

const THEMES: Readonly<Record<string, Colours>> = { light: LIGHT, dark: DARK, highContrast: HIGH_CONTRAST }
const ZOOMS = [0.25, 1, 2] as const
const GAP = 16
const COLUMNS = 2

/**
 * Paints a fixed board with every kind of card, each in three zooms, as the product's own wall paints it.
 * Resolves to a JPEG in base64.
 */
async function show(language: Language, theme: string): Promise<string> {
  const colours = THEMES[theme]
  if (!colours) throw new Error(`there is no theme ${theme}`)
  await startLanguage(language)
  await i18next.changeLanguage(language)
  await loadFonts()
  const { doc, cells } = galleryBoard(language)
  const pictures = await paintedPictures()
  const scene = createScene(doc, createRecords(doc))
  const canvas = document.createElement('canvas')
  const places = arranged(cells)
  canvas.width = Math.max(...places.map(({ x, width }) => x + width)) + GAP
  canvas.height = Math.max(...places.map(({ y, height }) => y + height)) + GAP
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser has no canvas')
  do {
    const look = createLook(colours, cardWords(i18next.t), createMeasure(), false)
    context.fillStyle = colours.paper
    context.fillRect(0, 0, canvas.width, canvas.height)
    for (const { cell, zoom, x, y, width, height } of places) {
      context.save()
      context.beginPath()
      context.rect(x, y, width, height)
      context.clip()
      context.translate(x - cell.x * zoom, y - cell.y * zoom)
      context.scale(zoom, zoom)
      const wall = { scene, editing: signal<string | null>(null) }
      paintWorld(context, wall, pictures, look, cell, zoom, new Set())
      context.restore()
    }
  } while (await lettersCame())
  document.body.replaceChildren(canvas)
  // A third of the bytes of a PNG, and the same from the same browser.
  return canvas.toDataURL('image/jpeg', 0.92).split(',')[1] ?? ''
}

/** One picture for every asset: sky, a house and a tree. */
async function paintedPictures(): Promise<ScaledPictures> {
  const canvas = new OffscreenCanvas(400, 300)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser has no canvas')
  for (const [colour, x, y, width, height] of [
    ['#BFE0F5', 0, 0, 400, 200],
    ['#8FBF7F', 0, 200, 400, 100],
    ['#B5651D', 90, 120, 120, 110],
    ['#3F6B35', 280, 90, 70, 140],
  ] as const) {
    context.fillStyle = colour
    context.fillRect(x, y, width, height)
  }
  const bitmap = await createImageBitmap(canvas)
  return { at: () => bitmap, subscribe: () => () => undefined }
}

interface Place extends Box {
  readonly cell: Cell
  readonly zoom: number
}

/** Each cell near at the right, and as it is and far off one under the other at the left. */
function arranged(cells: readonly Cell[]): Place[] {
  const places: Place[] = []
  const bottoms = Array.from({ length: COLUMNS }, () => GAP)
  const widest = Math.max(...cells.map(({ width }) => width))
  for (const cell of cells) {
    const column = bottoms.indexOf(Math.min(...bottoms))
    const left = GAP + column * (widest * 3 + 3 * GAP)
    const top = bottoms[column] ?? GAP
    for (const zoom of ZOOMS) {
      const x = zoom === 2 ? left + widest + GAP : left
      const y = zoom === 0.25 ? top + cell.height + GAP : top
      places.push({ cell, zoom, x, y, width: cell.width * zoom, height: cell.height * zoom })
    }
    bottoms[column] = top + cell.height * 2 + GAP
  }
  return places
}

declare global {
  interface Window {
    show: typeof show
  }
}
window.show = show
