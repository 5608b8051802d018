/** The words that a board's records are written with: each list holds every value that one field may have. */

export const STAGES = ['purpose', 'stories', 'insights', 'ideas', 'prototype', 'rehearse', 'report'] as const
export type Stage = (typeof STAGES)[number]

export const SIDES = ['resident', 'professional', 'politician', 'facilitator'] as const
export type Side = (typeof SIDES)[number]

export const TINTS = ['lemon', 'sky', 'mint', 'rose', 'lilac', 'peach', 'sand', 'white'] as const
export type Tint = (typeof TINTS)[number]

export const SHAPES = [
  'rectangle',
  'rounded',
  'ellipse',
  'diamond',
  'triangle',
  'hexagon',
  'arrow',
  'star',
  'speech',
] as const
export type Shape = (typeof SHAPES)[number]

export const PENS = ['pen', 'highlighter'] as const
export type Pen = (typeof PENS)[number]

/** How wide a pen draws. */
export const NIBS = ['fine', 'medium', 'broad'] as const
export type Nib = (typeof NIBS)[number]

/** How a connector goes from one end to the other. */
export const ROUTES = ['straight', 'elbow', 'curved'] as const
export type Route = (typeof ROUTES)[number]

/** Which ends of a connector have an arrowhead. */
export const HEADS = ['none', 'start', 'end', 'both'] as const
export type Heads = (typeof HEADS)[number]

/** How sure the room is of an insight; empty when nobody has said. */
export const CONFIDENCES = ['', 'guess', 'likely', 'sure'] as const
export type Confidence = (typeof CONFIDENCES)[number]

export const CONSENTS = ['publish', 'quotes', 'none'] as const
export type Consent = (typeof CONSENTS)[number]

/** The rounds that leave numbers behind. */
export const COUNTED_ROUNDS = ['vote', 'energyAtStart', 'energyAtEnd'] as const
export type CountedRound = (typeof COUNTED_ROUNDS)[number]
