/** Letters and signs below which a computer finds a passphrase by trying, and from which it does not. */
const SHORT = 12
const LONG = 20

export type Strength = 'empty' | 'weak' | 'fair' | 'strong'

/** How long a passphrase holds against guessing, by its length; repeated letters do not count. */
export function strengthOf(passphrase: string): Strength {
  const letters = [...passphrase.normalize('NFKC').trim()]
  if (letters.length === 0) return 'empty'
  const fresh = letters.filter((letter, at) => letter !== letters[at - 1]).length
  const variety = new Set(letters).size
  const length = Math.min(fresh, variety * 4)
  if (length < SHORT) return 'weak'
  return length < LONG ? 'fair' : 'strong'
}
