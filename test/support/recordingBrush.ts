import type { Brush, Font, Measure, PictureState } from '#shared/cards/brush'
import { LIGHT } from '#shared/cards/colours'
import type { PaintContext } from '#shared/cards/kind'

export interface WrittenWords {
  readonly words: string
  readonly x: number
  readonly font: Font
  readonly direction: string
}

export interface PaintedPicture {
  readonly asset: string
  readonly box: readonly [x: number, y: number, width: number, height: number]
}

export interface RecordingBrush extends Brush {
  readonly written: WrittenWords[]
  readonly pictures: PaintedPicture[]
  strokes: number
}

/** A brush that keeps what was written and which pictures there were, and counts the rest. */
export function createRecordingBrush(shown: PictureState = 'painted'): RecordingBrush {
  const brush = {
    written: [] as WrittenWords[],
    pictures: [] as PaintedPicture[],
    strokes: 0,
    box: () => void brush.strokes++,
    disc: () => void brush.strokes++,
    shape: () => void brush.strokes++,
    line: () => void brush.strokes++,
    text: (words: string, x: number, _: number, font: Font, __: string, direction: string) =>
      void brush.written.push({ words, x, font, direction }),
    picture(asset: string, ...box: readonly [number, number, number, number]) {
      brush.pictures.push({ asset, box })
      return shown
    },
    within: (_: number, __: number, ___: number, ____: number, paint: () => void) => paint(),
    blended: (paint: () => void) => paint(),
    clipped: (_: number, __: number, ___: number, ____: number, paint: () => void) => paint(),
  }
  return brush
}

/** Every letter is half as wide as it is high. */
export const evenMeasure: Measure = { width: (words, { size }) => [...words].length * size * 0.5 }

/** A context in light colours; nothing is remembered. */
export function paintContext(scale = 1, editing: string | null = null, isQuiet = false): PaintContext {
  const name = (tint: string) => tint
  return {
    colours: LIGHT,
    words: {
      howMightWe: 'How might we',
      idea: 'Idea',
      unknown: 'A newer card',
      frame: 'Frame',
      themeSentence: 'Say what these have in common',
      letGoToGroup: 'Let go to group',
      pictureMissing: 'No picture',
      linkLost: 'No address',
      confidence: { guess: 'Guess', likely: 'Likely', sure: 'Sure' },
      nobody: 'Someone',
      unnamed: 'No name yet',
      sides: {
        resident: 'Resident',
        professional: 'Professional',
        politician: 'Politician',
        facilitator: 'Facilitator',
      },
      measured: { expected: 'Expected', observed: 'Observed' },
      language: (tag: string) => tag,
      tints: Object.fromEntries(Object.keys(LIGHT.tints).map((tint) => [tint, name(tint)])) as never,
    },
    measure: evenMeasure,
    scale,
    editing,
    isQuiet,
    remember: (_, __, make) => make(),
  }
}
