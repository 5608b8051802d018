/** A minute: longer than a slow machine takes for anything that is waited for here. */
const LIMIT = 60_000

/** Waits, but not for ever: what never comes is a finding, and throws with `what` was waited for. */
export async function within<T>(waited: Promise<T>, what: () => string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited in vain ${what()}`)), LIMIT)
  })
  try {
    return await Promise.race([waited, late])
  } finally {
    clearTimeout(timer)
  }
}
