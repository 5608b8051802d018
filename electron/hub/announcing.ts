import type * as Y from 'yjs'
import { type Dispose, observeSingleton } from '#shared/board/observe'
import { readSingleton } from '#shared/board/records'

/** ms: a title is typed letter by letter, and each announcement goes to everybody on the network. */
const STILL = 2_000

/**
 * Calls `announce` with the title of a board at once, and again whenever it has become another one and has been still
 * for two seconds. Nothing is announced once it has ended.
 */
export function announceTitle(doc: Y.Doc, announce: (title: string) => void): Dispose {
  const titleNow = () => readSingleton(doc, 'meta').title
  let announced = titleNow()
  let seen = announced
  let timer: NodeJS.Timeout | undefined
  const unobserve = observeSingleton(doc, 'meta', () => {
    const title = titleNow()
    // The stage, the place and the date are in there too.
    if (title === seen) return
    seen = title
    clearTimeout(timer)
    if (title !== announced) timer = setTimeout(again, STILL)
  })
  const again = () => {
    announced = seen
    announce(seen)
  }
  announce(announced)
  return () => {
    clearTimeout(timer)
    unobserve()
  }
}
