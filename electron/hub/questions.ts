/** Questions that may wait: a window asks once when it comes in, and seldom afterwards. */
const MOST_WAITING = 16
/** ms after which it is looked again whether the last answer has left. */
const AGAIN = 20
/** Bytes that may still be on their way to whoever is answered. */
const MOST_UNSENT = 256 * 1024

/** What one window asks for, answered one after the other. */
export interface Questions {
  /** Answers now, or when the answers before have left; false when too many wait already. */
  ask(answer: () => void): boolean
  /** Forgets what waits. */
  stop(): void
}

export interface QuestionsOptions {
  /** Bytes on their way to this window. */
  unsent(): number
  /** How long to rest after an answer of so many bytes, ms. */
  rest(bytes: number): number
}

/**
 * Answers at the pace at which the answers are taken: whoever asks on and on without listening would fill the memory with
 * them, and whoever listens would have the hub do nothing else.
 */
export function createQuestions({ unsent, rest }: QuestionsOptions): Questions {
  let waiting: (() => void)[] = []
  let timer: NodeJS.Timeout | undefined
  const next = () => {
    timer = undefined
    const [answer] = waiting
    if (!answer) return
    let wait = AGAIN
    const before = unsent()
    if (before <= MOST_UNSENT) {
      waiting.shift()
      answer()
      wait = Math.max(AGAIN, rest(Math.max(0, unsent() - before)))
    }
    timer = setTimeout(next, wait)
  }
  return {
    ask(answer) {
      if (waiting.length >= MOST_WAITING) return false
      waiting.push(answer)
      if (timer === undefined) next()
      return true
    },
    stop() {
      waiting = []
      clearTimeout(timer)
    },
  }
}
