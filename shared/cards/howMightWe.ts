import { headedKind } from './headed'

/** A question that opens the way to ideas. */
export const howMightWe = headedKind('howMightWe', 'howMightWe')
