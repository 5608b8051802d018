import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type FailureCode, failed, type Result, success } from '#shared/failure'
import { dropLock, processKey } from '../lock'
import { removeCopiesOf } from '../privateCopy'
import type { Contents } from '../readContents'
import { FILE_CALLS, type FileCalls } from './fileCalls'
import { FILE_SCRIPT, type Opening, type ThreadAnswer } from './threadMessages'

/** The calls of an open file, each answered by its thread. None of them rejects. */
export type FileThread = {
  readonly [N in keyof FileCalls]: (
    ...args: Parameters<FileCalls[N]>
  ) => Promise<Awaited<ReturnType<FileCalls[N]>>>
} & {
  /** Of the file itself, whatever link led to it. */
  readonly path: string
  /** The board's id, the same in every copy of the file. */
  readonly id: string
}

export interface OpenedThread {
  readonly file: FileThread
  readonly contents: Contents
}

/**
 * Opens a board file in a thread of its own, so that no write ever holds up whoever asks. A thread that dies
 * answers `unavailable`; the next call opens the file again.
 */
export async function openFile(opening: Opening): Promise<Result<OpenedThread>> {
  const first = await startThread(opening)
  if (!first.ok) return first
  const { path, contents } = first.value
  let thread: Promise<Result<Thread>> = Promise.resolve(first)
  // What may open the file again. Two while one is being set: a thread that dies then cannot say which it is.
  let passphrases: readonly (string | undefined)[] = [opening.passphrase]
  let isClosed = false

  const living = async (): Promise<Result<Thread>> => {
    const tried = thread
    const found = await tried
    if (found.ok && !found.value.isDead) return found
    if (isClosed) return failed('unavailable', 'the file is closed')
    // Whoever comes first starts it again, and the others wait for the same.
    if (thread === tried) thread = startAgain()
    return thread
  }
  const startAgain = async (): Promise<Result<Thread>> => {
    let started: Result<Thread> = failed('unavailable')
    const { make: _, ...same } = opening
    for (const passphrase of passphrases) {
      started = await startThread({ ...same, path, passphrase })
      if (started.ok || !LOCKED.includes(started.failure.code)) break
    }
    return started
  }
  const ask = async (name: keyof FileCalls, args: readonly unknown[]): Promise<unknown> => {
    const found = await living()
    if (!found.ok) return found
    if (name === 'close') isClosed = true
    if (name !== 'setPassphrase') return found.value.ask(name, args)
    const before = passphrases
    const next = (args[0] as string | null) ?? undefined
    passphrases = [...before, next]
    const answer = await found.value.ask(name, args)
    if (isSuccess(answer)) passphrases = [next]
    else if (!found.value.isDead) passphrases = before
    return answer
  }
  const calls = Object.fromEntries(
    FILE_CALLS.map((name) => [name, (...args: unknown[]) => ask(name, args)]),
  ) as unknown as FileThread
  return success({ file: { ...calls, path, id: contents.id }, contents })
}

interface Thread {
  readonly path: string
  readonly contents: Contents
  readonly isDead: boolean
  ask(name: keyof FileCalls, args: readonly unknown[]): Promise<unknown>
}

const LOCKED: readonly FailureCode[] = ['needsPassphrase', 'wrongPassphrase']

const isSuccess = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true

function startThread(opening: Opening): Promise<Result<Thread>> {
  // Asked for here, so that the thread inherits it.
  processKey()
  const worker = new Worker(join(opening.scripts, FILE_SCRIPT), { workerData: opening })
  // It has none any more once it has ended.
  const { threadId } = worker
  const waiting = new Map<number, (value: unknown) => void>()
  let nextId = 1
  let isDead = false
  let isClosing = false

  return new Promise((resolve) => {
    const end = (cause: unknown) => {
      if (isDead) return
      isDead = true
      if (!isClosing) dropLock(opening.path)
      if (opening.look) removeCopiesOf(threadId)
      const failure = failed('unavailable', `the file thread ended: ${String(cause)}`)
      resolve(failure)
      for (const settle of waiting.values()) settle(failure)
      waiting.clear()
    }
    worker.on('error', end)
    worker.on('exit', end)
    worker.on('message', ({ id, value }: ThreadAnswer) => {
      if (id !== 0) {
        waiting.get(id)?.(value)
        waiting.delete(id)
        return
      }
      const opened = value as Result<Pick<Thread, 'path' | 'contents'>>
      if (!opened.ok) {
        isClosing = true
        return resolve(opened)
      }
      resolve(
        success({
          ...opened.value,
          get isDead() {
            return isDead
          },
          ask: (name, args) =>
            new Promise((settle) => {
              if (isDead) return settle(failed('unavailable', 'the file thread has ended'))
              if (name === 'close') isClosing = true
              const id = nextId++
              waiting.set(id, settle)
              worker.postMessage({ id, name, args })
            }),
        }),
      )
    })
  })
}
