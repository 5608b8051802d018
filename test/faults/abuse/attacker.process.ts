import { setPriority } from 'node:os'
import { seeded } from '../../support/randomness'
import { fuzzHttp, fuzzSocket, oversize, type Target } from './attacks'

/** How much is thrown at a room. */
export interface Siege extends Target {
  readonly seed: number
  readonly messages: number
  readonly requests: number
  readonly frames: number
}

/** What came of it. */
export interface Outcome {
  readonly messages: number
  readonly requests: number
  readonly given: readonly string[]
  readonly survived: number
}

// Who attacks has a computer of their own: this one takes what the hub and the honest people leave of the processors.
setPriority(19)
process.once('message', async (siege: Siege) => {
  const random = seeded(siege.seed)
  const [messages, http, survived] = await Promise.all([
    fuzzSocket(siege, siege.messages, random),
    fuzzHttp(siege, siege.requests, random),
    oversize(siege, siege.frames),
  ])
  const outcome: Outcome = { messages, requests: http.sent, given: http.given, survived }
  process.send?.(outcome, () => process.exit(0))
})
