/** UTF-16 units of one hidden card; longer is a story. */
export const MAX_CARD = 1_000
/** Cards of one person in one round. */
export const MAX_CARDS = 200
