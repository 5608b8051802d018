/**
 * A question that may be asked again before it is answered: calling it asks, and `take` gets the answer unless that of
 * a later question was taken before, which knows more. What it returns resolves once either is taken.
 */
export function newestAnswer<T>(ask: () => Promise<T>, take: (answer: T) => void): () => Promise<void> {
  let asked = 0
  let taken = 0
  return async () => {
    asked += 1
    const mine = asked
    const answer = await ask()
    if (mine < taken) return
    taken = mine
    take(answer)
  }
}
