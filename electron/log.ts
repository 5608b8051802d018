import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Bytes after which the log starts afresh; one older file is kept. */
const LARGEST_LOG = 1_000_000

export interface Log {
  /** Notes that something failed, with its cause. Never throws: a full disk must not stop the app. */
  failure(what: string, cause: unknown): void
}

/** A log in the file `path`, which is made when there is something to say. */
export function createLog(path: string, now: () => Date = () => new Date()): Log {
  return {
    failure(what, cause) {
      try {
        mkdirSync(dirname(path), { recursive: true })
        if (sizeOf(path) > LARGEST_LOG) renameSync(path, `${path}.old`)
        appendFileSync(path, `${now().toISOString()} ${what}: ${wordsOf(cause)}\n`)
      } catch {
        // There is nowhere left to say it.
      }
    },
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

function wordsOf(cause: unknown): string {
  if (cause instanceof Error) return cause.stack ?? cause.message
  return typeof cause === 'string' ? cause : JSON.stringify(cause)
}
