import { type UtilityProcess, utilityProcess } from 'electron'
import type { z } from 'zod'
import { failed, type Result } from '#shared/failure'
import { type HubRequest, hubAnswer } from '#shared/ipc/hubContract'
import type { Log } from './log'

/** ms within which the hub must have let go of every file when the app ends. */
const PATIENCE_AT_THE_END = 5_000

export interface Hub {
  /** Asks the hub. A hub that dies before it answers gives `unavailable`; it never rejects. */
  ask<T>(request: HubRequest, value: z.ZodType<T>): Promise<Result<T>>
  /** Calls `listener` whenever a hub that died has been started again; it then has no board open. */
  onRestart(listener: () => void): void
  /** Resolves when every board is in its file and the hub has ended, or after five seconds. */
  shutDown(): Promise<void>
}

/** Starts the hub in a process of its own, and again whenever it dies. */
export function startHub(script: string, log: Log): Hub {
  const waiting = new Map<number, (answer: unknown) => void>()
  const restartListeners: (() => void)[] = []
  let nextId = 1
  let isEnding = false
  let child = start()

  function start(): UtilityProcess {
    const started = utilityProcess.fork(script, [], { serviceName: 'Common Ground hub', stdio: 'pipe' })
    started.stderr?.on('data', (text: Buffer) => log.failure('hub', text.toString()))
    started.on('message', receive)
    started.once('exit', (code) => {
      for (const settle of waiting.values()) settle(failed('unavailable', `the hub ended with ${code}`))
      waiting.clear()
      if (isEnding) return
      log.failure('the hub died', `exit code ${code}`)
      child = start()
      for (const listener of restartListeners) listener()
    })
    return started
  }

  function receive(message: unknown): void {
    const parsed = hubAnswer.safeParse(message)
    if (!parsed.success) {
      log.failure('the hub said something malformed', parsed.error)
      return
    }
    waiting.get(parsed.data.id)?.(parsed.data.answer)
    waiting.delete(parsed.data.id)
  }

  return {
    ask: async (request, value) => {
      if (isEnding) return failed('unavailable', 'the app is ending')
      const id = nextId++
      const answer = await new Promise<unknown>((settle) => {
        waiting.set(id, settle)
        child.postMessage({ id, request })
      })
      return resultOf(answer, value)
    },
    onRestart: (listener) => {
      restartListeners.push(listener)
    },
    shutDown: async () => {
      if (isEnding) return
      isEnding = true
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      child.postMessage({ id: nextId++, request: { do: 'shutDown' } })
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, PATIENCE_AT_THE_END))])
      child.kill()
    },
  }
}

function resultOf<T>(answer: unknown, value: z.ZodType<T>): Result<T> {
  const { answer: shape } = hubAnswer.shape
  const parsed = shape.safeParse(answer)
  if (!parsed.success) return failed('unexpected', parsed.error.message)
  if (!parsed.data.ok) {
    const { code, detail } = parsed.data.failure
    return failed(code, detail)
  }
  const typed = value.safeParse(parsed.data.value)
  return typed.success ? { ok: true, value: typed.data } : failed('unexpected', typed.error.message)
}
