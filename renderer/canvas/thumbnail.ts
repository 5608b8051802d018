import i18next from 'i18next'
import { grown } from '#shared/cards/box'
import { LIGHT } from '#shared/cards/colours'
import type { Session } from '../board/session'
import { signal } from '../board/signal'
import { picturesOf } from './boardPictures'
import { paintWorld } from './cardsPainter'
import { cardWords } from './cardWords'
import { createMeasure, lettersCame, loadFonts } from './fonts'
import { createLook } from './paintContext'
import type { ScaledPictures } from './scaledPictures'

const NOTHING_HIDDEN: ReadonlySet<string> = new Set()
// On the wall the field covers the words being written; a picture has no field.
const NOBODY_WRITES = signal<string | null>(null)

/** ms that a thumbnail waits for the pictures on the wall, and for letters. */
const LONGEST_WAIT = 3_000

/**
 * A picture of the whole wall as PNG bytes; sizes in pixels. Always in the light colours, since it is
 * seen beside other boards. An empty wall is empty paper.
 */
export async function paintThumbnail(session: Session, width: number, height: number): Promise<Uint8Array> {
  await loadFonts()
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no 2D canvas')
  context.fillStyle = LIGHT.paper
  context.fillRect(0, 0, width, height)
  const bounds = session.scene.bounds()
  if (bounds) {
    const part = grown(bounds, Math.max(bounds.width, bounds.height) * 0.04)
    const scale = Math.min(width / part.width, height / part.height, 1)
    const left = width / 2 - (part.x + part.width / 2) * scale
    const top = height / 2 - (part.y + part.height / 2) * scale
    context.setTransform(scale, 0, 0, scale, left, top)
    const wall = { scene: session.scene, editing: NOBODY_WRITES }
    const until = performance.now() + LONGEST_WAIT
    for (;;) {
      const { pictures, whenBetter } = watched(picturesOf(session.replica))
      const look = createLook(LIGHT, cardWords(i18next.t), createMeasure(), true)
      paintWorld(context, wall, pictures, look, part, scale, NOTHING_HIDDEN)
      if (performance.now() < until && (await Promise.race([lettersCame(), wait(until)]))) continue
      const better = whenBetter(until - performance.now())
      if (!better || !(await better)) break
    }
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('the picture could not be encoded')
  return new Uint8Array(await blob.arrayBuffer())
}

const wait = (until: number) =>
  new Promise<false>((resolve) => setTimeout(() => resolve(false), until - performance.now()))

/** Notices whether something was painted without its picture, and waits for one then. */
function watched(pictures: ScaledPictures) {
  let isWaiting = false
  return {
    pictures: {
      ...pictures,
      at(asset: string, pixels: number) {
        const shown = pictures.at(asset, pixels)
        if (shown === 'waiting') isWaiting = true
        return shown
      },
    },
    /** Resolves to false after `longest` ms; undefined when nothing is missing. */
    whenBetter(longest: number): Promise<boolean> | undefined {
      if (!isWaiting || longest <= 0) return undefined
      return new Promise((resolve) => {
        const settle = (isBetter: boolean) => {
          clearTimeout(timer)
          stop()
          resolve(isBetter)
        }
        const stop = pictures.subscribe(() => settle(true))
        const timer = setTimeout(() => settle(false), longest)
      })
    },
  }
}
