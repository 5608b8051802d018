import type { Colours } from '#shared/cards/colours'

/** Colours of other people; the name beside each is the second sign. White words on them are well read. */
const COLOURS = ['#1F6FA3', '#A33A4D', '#6A4BB0', '#237A4B', '#A65A12', '#4A463D']

/** The colour of a peer, the same in every window. */
export const colourOfPeer = (peer: number): string => COLOURS[peer % COLOURS.length] ?? '#4A463D'

/** The same colours in the dark, for what is too thin to be seen in the deep ones. */
const LINES_IN_DARK = ['#7CBDEB', '#F093A2', '#B9A2F0', '#7CCB9C', '#F0A660', '#D2CCBE']

/** The colour of a thin line that stands for a peer, on a wall in these colours. */
export const lineOfPeer = (peer: number, { name }: Colours): string =>
  name === 'dark' || name === 'darkHighContrast'
    ? (LINES_IN_DARK[peer % LINES_IN_DARK.length] ?? '#D2CCBE')
    : colourOfPeer(peer)
