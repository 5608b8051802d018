/** Long work that stops after every step, so that something shorter may be done before the next. */
export type Steps<T> = Generator<void, T, void>

/** Short work as one step. */
export function* oneStep<T>(work: () => T): Steps<T> {
  yield
  return work()
}

/** Does all steps at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Does the steps one by one and lets what came in meanwhile be done between them. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await new Promise((resolve) => setImmediate(resolve))
  }
}
