import { type Format, PLAIN } from '../board/formats'
import type { Card, Frame, Measure as MeasureRecord, Person, Stroke } from '../board/schema'
import type { Confidence, Side, Tint } from '../board/vocabulary'
import type { Box, Point } from './box'
import type { Brush, Font, Measure } from './brush'
import type { Colours } from './colours'

/** Where a card stands: a box turned by `rotation` degrees about its centre. */
export interface Place extends Box {
  readonly rotation: number
}

export interface FrameDetails {
  readonly frame: Frame
  /** Of its caption. */
  readonly formats: readonly Format[]
  readonly strokes: readonly Stroke[]
}

export interface ReactionCount {
  /** See `shared/cards/signs.ts`. */
  readonly sign: string
  readonly count: number
}

/** A card that a connector ends on. */
export interface Joined {
  readonly place: Place
  /** The line around it in its own coordinates; null for the edge of its place. */
  readonly contour: readonly number[] | null
}

/** What a card shows besides its own record, gathered by the scene. */
export interface Details {
  /** The passage an insight rests on, or the words of nobody's story that it quotes. */
  readonly quote: string | null
  /** The title of the story that the passage is from. */
  readonly source: string | null
  readonly votes: number
  /** What people answered it with, the most given first. */
  readonly reactions: readonly ReactionCount[]
  /** How many records it came from. */
  readonly links: number
  /** The panels of a storyboard, in order. */
  readonly frames: readonly FrameDetails[]
  /** The box around a theme's cards. */
  readonly members: Box | null
  /** Which of its own words are not plain. */
  readonly formats: readonly Format[]
  /** Whom or what the card stands for. */
  readonly person: Person | null
  readonly measure: MeasureRecord | null
  /** The height (`z`) of the card that a stamp is stuck on: it is painted right above it. */
  readonly on: string | null
  /** What a connector's two ends are on; null on the wall, or where a card is gone for good. */
  readonly joins: readonly [Joined | null, Joined | null]
}

export const NO_DETAILS: Details = {
  quote: null,
  source: null,
  votes: 0,
  reactions: [],
  links: 0,
  frames: [],
  members: null,
  formats: PLAIN,
  person: null,
  measure: null,
  on: null,
  joins: [null, null],
}

/** A card ready to paint: frozen, replaced as a whole when anything it shows changes. */
export interface Drawable {
  readonly id: string
  readonly card: Card
  readonly kind: CardKind
  readonly details: Details
  readonly place: Place
  /** Everything it paints, world units, upright. */
  readonly bounds: Box
}

/** What a point of a card is. */
export type Part =
  | { readonly name: 'body' }
  /** The soft field of a theme: lets gestures through to the wall. */
  | { readonly name: 'field' }
  | { readonly name: 'source' }
  /** Where a link leads. */
  | { readonly name: 'link' }
  | { readonly name: 'frame'; readonly frame: string; readonly origin: Point }
  | { readonly name: 'caption'; readonly frame: string }
  | { readonly name: 'addFrame' }
  | { readonly name: WrittenPart }

/** What is written on a card besides its own text. */
export type WrittenPart = 'quote' | 'why'

const PART_MARK = '#'

/** What `editing` says while a part of a card is written in. Ids never hold the mark. */
export const partKey = (card: string, part: WrittenPart): string => `${card}${PART_MARK}${part}`

/** The card and the part behind a key made by `partKey`; null for any other. */
export function partOfKey(key: string): { readonly card: string; readonly part: WrittenPart } | null {
  const [card, part] = key.split(PART_MARK)
  return card !== undefined && (part === 'quote' || part === 'why') ? { card, part } : null
}

/** The words painters put beside what people wrote, in the interface's language. */
export interface CardWords {
  readonly howMightWe: string
  readonly idea: string
  readonly unknown: string
  /** A frame that has no name yet. */
  readonly frame: string
  /** Invites to write the sentence of a theme. */
  readonly themeSentence: string
  /** What lets go of cards that would begin a theme. */
  readonly letGoToGroup: string
  /** In the place of a picture that the board does not have. */
  readonly pictureMissing: string
  /** In the place of an address that nothing can open. */
  readonly linkLost: string
  readonly tints: Readonly<Record<Tint, string>>
  readonly confidence: Readonly<Record<Exclude<Confidence, ''>, string>>
  readonly sides: Readonly<Record<Side, string>>
  readonly measured: Readonly<Record<MeasureRecord['status'], string>>
  /** Stands where a name is missing: of a person, of a measure. */
  readonly nobody: string
  readonly unnamed: string
  /** The name of a language by its tag. */
  language(tag: string): string
}

export interface PaintContext {
  readonly colours: Colours
  readonly words: CardWords
  readonly measure: Measure
  /** CSS pixels per world unit. */
  readonly scale: number
  /** The card, frame or part (see `partKey`) being written in: its words are left out. */
  readonly editing: string | null
  /** Nobody works here, as on the projector: what only invites to add something is left out. */
  readonly isQuiet: boolean
  /** Makes a value once per snapshot and name. */
  remember<T>(snapshot: object, name: string, make: () => T): T
}

/** A place where words are written; local coordinates of the card. */
export interface TextArea extends Box {
  readonly text: string
  readonly font: Omit<Font, 'size'>
  /** Falling; the first that fits is used. */
  readonly sizes: readonly number[]
  /** Where they are not those of the card's own words. */
  readonly formats?: readonly Format[]
  /** The words stand in the middle, across and down. */
  readonly isCentred?: boolean
}

/** Everything that is particular to one kind of card. Painting is in local coordinates. */
export interface CardKind {
  readonly type: string
  readonly size: readonly [number, number]
  readonly smallest: readonly [number, number]
  readonly resizes: boolean
  /** It may stand at an angle. */
  readonly turns?: boolean
  /** People write on it. */
  readonly isWritten: boolean
  /** A mark on the wall or on a card, drawn rather than said: nobody votes on it or answers it. */
  readonly isMark?: boolean
  /** Its votes stand on its lower edge: it has no foot for them. */
  readonly showsVotes?: boolean
  /** Resizing keeps its proportions. */
  readonly keepsShape?: boolean
  /** Painted below all other cards. */
  readonly isField?: boolean
  /** How far it paints outside its place, world units; a sheet's shadow when left out. */
  readonly overhang?: number
  /** Its words stand on the wall itself, without paper. */
  readonly isBare?: boolean
  /** Stands where the cards stand that it joins; lies in no theme. */
  readonly isLine?: boolean
  place(card: Card, details: Details): Place
  /** What a point is of it, or a point no further than `reach` (world units) for what is as thin as a line. */
  hit(drawable: Drawable, point: Point, reach: number): Part | null
  paint(brush: Brush, drawable: Drawable, context: PaintContext): void
  /** The line around it, x and y in turn, closed; the edge of its place when left out. */
  contour?(card: Card, place: Place): readonly number[]
  /** The place it takes when `text` becomes its words; when left out it grows downwards as far as it must. */
  fit?(drawable: Drawable, text: string, context: PaintContext): Box
  /** Where the card's own words (or those of a frame or a part of it) are written; undefined: nowhere. */
  textArea(drawable: Drawable, context: PaintContext, part?: string): TextArea | undefined
}

/** The place of a card that stands where its record says. */
export function placeOf({ pos, size }: Card): Place {
  return {
    x: pos[0],
    y: pos[1],
    width: Math.max(1, size[0]),
    height: Math.max(1, size[1]),
    rotation: size[2],
  }
}

/** The upright box around a turned place. */
export function uprightBox({ x, y, width, height, rotation }: Place): Box {
  if (rotation % 360 === 0) return { x, y, width, height }
  const turn = (rotation * Math.PI) / 180
  const across = Math.abs(width * Math.cos(turn)) + Math.abs(height * Math.sin(turn))
  const down = Math.abs(width * Math.sin(turn)) + Math.abs(height * Math.cos(turn))
  return { x: x + (width - across) / 2, y: y + (height - down) / 2, width: across, height: down }
}

/** Every point of a card that has no parts. */
export function hitBody({ place }: Drawable, [x, y]: Point): Part | null {
  return x >= 0 && y >= 0 && x <= place.width && y <= place.height ? { name: 'body' } : null
}
