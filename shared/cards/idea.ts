import { headedKind } from './headed'

/** An answer to a how-might-we. */
export const idea = headedKind('idea', 'idea')
