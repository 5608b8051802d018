import type { Failure } from '#shared/failure'
import { type CallName, type CallResponse, type Calls, calls } from '#shared/ipc/contract'
import type { Log } from '../log'

type Request<N extends CallName> = Calls[N]['request']['_zod']['output']

/** One function per name of the contract. `Caller` stands for the window that asks. */
export type Handlers<Caller> = {
  [N in CallName]: (request: Request<N>, caller: Caller) => CallResponse<N> | Promise<CallResponse<N>>
}

/**
 * Answers one call: the request is parsed, handled, and the response parsed again. Where the contract foresees a
 * failure it is a value, `unexpected` for what nobody foresaw; elsewhere the promise rejects with the code alone, so
 * that no path or stack reaches the page.
 */
export async function answerCall<Caller>(
  handlers: Handlers<Caller>,
  name: CallName,
  request: unknown,
  caller: Caller,
  log: Log,
): Promise<unknown> {
  const { request: asked, response: answered } = calls[name]
  const parsed = asked.safeParse(request)
  if (!parsed.success) {
    log.failure(`call ${name} was malformed`, parsed.error)
    return refuse(name, { code: 'badMessage' })
  }
  // The compiler cannot follow that handler and schema belong to the same name.
  const handle = handlers[name] as (request: unknown, caller: Caller) => unknown
  try {
    return answered.parse(await handle(parsed.data, caller))
  } catch (cause) {
    log.failure(`call ${name} failed`, cause)
    return refuse(name, { code: 'unexpected' })
  }
}

function refuse(name: CallName, failure: Failure): unknown {
  const refusal = calls[name].response.safeParse({ ok: false, failure })
  if (refusal.success) return refusal.data
  throw new Error(failure.code)
}
