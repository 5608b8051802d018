/**
 * Joins the most alike again and again, as long as the members of two groups are alike by at least `threshold` on
 * average (average linkage, by chains of nearest neighbours, so that time grows with the square of the number). The
 * same table gives the same groups; of equals the first is taken. `similar` is used up. Works on in pieces.
 */
export function* joinAlike(
  similar: Float32Array,
  count: number,
  threshold: number,
): Generator<void, number[][]> {
  const groups = Array.from({ length: count }, (_, at) => [at])
  const isOpen = new Array<boolean>(count).fill(true)
  const chain: number[] = []
  let first = 0
  let steps = 0

  const nearestTo = (at: number, before: number | undefined): number => {
    let best = -1
    // Of equals the one before in the chain: else it would go on for ever.
    let most = before === undefined ? Number.NEGATIVE_INFINITY : (similar[at * count + before] ?? 0)
    if (before !== undefined) best = before
    for (let other = 0; other < count; other++) {
      if (other === at || !isOpen[other]) continue
      const alike = similar[at * count + other] ?? 0
      if (alike > most) {
        most = alike
        best = other
      }
    }
    return best
  }

  const join = (a: number, b: number) => {
    const [into, from] = a < b ? [a, b] : [b, a]
    const sizeInto = groups[into]?.length ?? 0
    const sizeFrom = groups[from]?.length ?? 0
    for (let other = 0; other < count; other++) {
      if (!isOpen[other] || other === into || other === from) continue
      const alike =
        ((similar[into * count + other] ?? 0) * sizeInto + (similar[from * count + other] ?? 0) * sizeFrom) /
        (sizeInto + sizeFrom)
      similar[into * count + other] = alike
      similar[other * count + into] = alike
    }
    groups[into]?.push(...(groups[from] ?? []))
    groups[from] = []
    isOpen[from] = false
  }

  for (;;) {
    let top = chain.at(-1)
    if (top === undefined) {
      while (first < count && !isOpen[first]) first++
      if (first >= count) break
      chain.push(first)
      top = first
    }
    const before = chain.at(-2)
    const nearest = nearestTo(top, before)
    const alike = nearest === -1 ? 0 : (similar[top * count + nearest] ?? 0)
    if (nearest === -1 || alike < threshold) {
      // Nothing is near enough to this one, and joining others makes nothing nearer.
      isOpen[top] = false
      chain.pop()
    } else if (nearest === before) {
      chain.length -= 2
      join(top, nearest)
    } else chain.push(nearest)
    if (++steps % 50 === 0) yield
  }
  return groups.filter((group) => group.length > 0)
}
