/** Colours of other people; the name beside each is the second sign. White words on them are well read. */
const COLOURS = ['#1F6FA3', '#A33A4D', '#6A4BB0', '#237A4B', '#A65A12', '#4A463D']

/** The colour of a peer, the same in every window. */
export const colourOfPeer = (peer: number): string => COLOURS[peer % COLOURS.length] ?? '#4A463D'
