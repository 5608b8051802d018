import { type UtilityProcess, utilityProcess } from 'electron'
import { z } from 'zod'
import { failed, type Result } from '#shared/failure'
import type { Log } from './log'

/** ms within which a helper must have finished when the app ends. */
const PATIENCE_AT_THE_END = 5_000

/** A process of ours beside the main one. */
export interface HelperProcess<Request> {
  /** Asks it. A helper that dies before it answers gives `unavailable`; it never rejects. */
  ask<T>(request: Request, value: z.ZodType<T>): Promise<Result<T>>
  /** Calls `listener` whenever a helper that died has been started again. */
  onRestart(listener: () => void): void
  /** Resolves when it has ended after `last`, or after five seconds. It is not started again. */
  end(last?: Request): Promise<void>
}

const idOnly = z.object({ id: z.number().int(), answer: z.unknown() })

/**
 * Starts a helper with `args`, and with `execArgv` for its runtime, and again whenever it dies. What it answers is parsed
 * with `answer`.
 */
export function startHelper<Request>(
  name: string,
  script: string,
  answer: z.ZodType<{ answer: Result<unknown> }>,
  log: Log,
  args: string[] = [],
  execArgv: string[] = [],
): HelperProcess<Request> {
  const waiting = new Map<number, (answer: Result<unknown>) => void>()
  const restartListeners: (() => void)[] = []
  let nextId = 1
  let isEnding = false
  let child = start()

  function start(): UtilityProcess {
    const how = { serviceName: `Common Ground ${name}`, stdio: 'pipe', execArgv } as const
    const started = utilityProcess.fork(script, args, how)
    started.stderr?.on('data', (text: Buffer) => log.failure(name, text.toString()))
    started.on('message', receive)
    started.once('exit', (code) => {
      for (const settle of waiting.values()) settle(failed('unavailable', `the ${name} ended with ${code}`))
      waiting.clear()
      if (isEnding) return
      log.failure(`the ${name} died`, `exit code ${code}`)
      child = start()
      for (const listener of restartListeners) listener()
    })
    return started
  }

  function receive(message: unknown): void {
    const parsed = answer.safeParse(message)
    const { id } = idOnly.safeParse(message).data ?? {}
    if (!parsed.success) log.failure(`the ${name} said something malformed`, parsed.error)
    if (id === undefined) return
    waiting.get(id)?.(parsed.success ? parsed.data.answer : failed('unexpected', parsed.error.message))
    waiting.delete(id)
  }

  return {
    ask: async (request, value) => {
      if (isEnding) return failed('unavailable', 'the app is ending')
      const id = nextId++
      const given = await new Promise<Result<unknown>>((settle) => {
        waiting.set(id, settle)
        child.postMessage({ id, request })
      })
      if (!given.ok) return given
      const typed = value.safeParse(given.value)
      return typed.success ? { ok: true, value: typed.data } : failed('unexpected', typed.error.message)
    },
    onRestart: (listener) => {
      restartListeners.push(listener)
    },
    end: async (last) => {
      if (isEnding) return
      isEnding = true
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      if (last === undefined) child.kill()
      else child.postMessage({ id: nextId++, request: last })
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, PATIENCE_AT_THE_END))])
      child.kill()
    },
  }
}
