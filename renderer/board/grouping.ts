const NOBODY: ReadonlySet<string> = new Set()

/** Which members belong to which group, kept from one change to the next, so that both ends can be found. */
export interface Grouping {
  /** Moves a member into a group (null: into none) and returns the group it was in. */
  put(member: string, group: string | null): string | null
  groupOf(member: string): string | null
  membersOf(group: string): ReadonlySet<string>
}

/** Makes an empty grouping. */
export function createGrouping(): Grouping {
  const groups = new Map<string, string>()
  const members = new Map<string, Set<string>>()
  return {
    put(member, group) {
      const before = groups.get(member) ?? null
      if (before === group) return before
      if (before !== null) {
        const set = members.get(before)
        set?.delete(member)
        if (set?.size === 0) members.delete(before)
        groups.delete(member)
      }
      if (group !== null) {
        groups.set(member, group)
        const set = members.get(group) ?? new Set()
        set.add(member)
        members.set(group, set)
      }
      return before
    },
    groupOf: (member) => groups.get(member) ?? null,
    membersOf: (group) => members.get(group) ?? NOBODY,
  }
}
