/** Somebody who speaks some languages; none are known when the list is empty. */
export interface Speaker {
  readonly languages: readonly string[]
}

/** True for two different people who can talk to each other, whatever region their tags name. */
export function sharesLanguage(one: Speaker, other: Speaker): boolean {
  return one !== other && one.languages.some((tag) => other.languages.some((each) => isSame(tag, each)))
}

const isSame = (tag: string, other: string): boolean => tag === other || plain(tag) === plain(other)

const plain = (tag: string): string => tag.toLowerCase().split('-')[0] ?? ''

/**
 * Who of a group can talk to nobody else in it. Somebody whose languages are not known is not counted as alone, nor as
 * company.
 */
export function aloneIn<T extends Speaker>(group: readonly T[]): readonly T[] {
  return group.filter((one) => one.languages.length > 0 && !group.some((other) => sharesLanguage(one, other)))
}
