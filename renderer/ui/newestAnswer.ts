/**
 * A question that may be asked again before it is answered: calling it asks, and `take` gets the answer unless that of
 * a later question was taken before, which knows more.
 */
export function newestAnswer<T>(ask: () => Promise<T>, take: (answer: T) => void): () => void {
  let asked = 0
  let taken = 0
  return () => {
    asked += 1
    const mine = asked
    void ask().then((answer) => {
      if (mine < taken) return
      taken = mine
      take(answer)
    })
  }
}
