const SPOKEN_EVERY_MS = 10_000
const DRAWN_EVERY_MS = 200

/**
 * Seconds or minutes, for people: "8 s", "2 min 5 s".
 * @param {number} milliseconds
 */
export function describeDuration(milliseconds) {
  const seconds = Math.round(milliseconds / 1000)
  if (milliseconds < 9_950) return `${(milliseconds / 1000).toFixed(1)} s`
  if (seconds < 60) return `${seconds} s`
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/**
 * Shows that something long goes on: one line redrawn in a terminal, a line every ten seconds elsewhere.
 * `detail` is asked for the latest measure, such as "84 of 196 MB". Call the returned function once at the end.
 * @param {string} title
 * @param {() => string} [detail]
 * @returns {(ending?: string) => void}
 */
export function showProgress(title, detail = () => '') {
  const began = Date.now()
  const inTerminal = Boolean(process.stdout.isTTY)
  const sentence = () => [title, describeDuration(Date.now() - began), detail()].filter(Boolean).join(', ')
  if (!inTerminal) console.log(`${title} …`)
  const timer = setInterval(
    () => {
      if (inTerminal) process.stdout.write(`\r\u001b[K${sentence()}`)
      else console.log(`  ${sentence()}`)
    },
    inTerminal ? DRAWN_EVERY_MS : SPOKEN_EVERY_MS,
  )
  timer.unref()
  return (ending = 'done') => {
    clearInterval(timer)
    const last = `${title}: ${ending} (${describeDuration(Date.now() - began)})`
    console.log(inTerminal ? `\r\u001b[K${last}` : `  ${last}`)
  }
}
