import { writeSync } from 'node:fs'
import type { PurgeOrder } from '#shared/board/purgeOrder'
import type { Result } from '#shared/failure'
import type { OpenedBoard } from '#shared/ipc/contract'
import type { Waits } from './waiting'

/** Stretches of work in the file during which a kill is of special interest. */
export type Window = 'snapshot' | 'generation' | 'version' | 'repair'

/** What a hub's process says of itself, at once and in order, so that a kill loses none of it. */
export type Said =
  | {
      readonly mark: 'opened'
      readonly board: Result<OpenedBoard>
      readonly code: string
      readonly room: string
    }
  | { readonly mark: 'hello'; readonly guest: string }
  /** `waits`: see `waiting.ts`. */
  | { readonly mark: 'received'; readonly guest: string; readonly sequence: number; readonly waits: Waits }
  /** From `close` on nothing is accepted: its window keeps it. */
  | { readonly mark: 'asked'; readonly what: Command }
  | { readonly mark: 'begin'; readonly window: Window }
  /** `steps` is how often the window touched the disk. */
  | { readonly mark: 'end'; readonly window: Window; readonly steps: number }
  | { readonly mark: 'did'; readonly what: Command; readonly failure: string | null }
  | { readonly mark: 'killed'; readonly waits: Waits }
export type Mark = Said & { /** Milliseconds of the clock that all processes share. */ readonly at: number }

/** What a hub's process can be asked, besides what guests do over their sockets. */
export type Command =
  | { readonly do: 'close' }
  | { readonly do: 'keepVersion'; readonly name: string }
  | { readonly do: 'purge'; readonly order: PurgeOrder }

/** The descriptor on which the process that started the hub listens for marks. */
export const MARKS = 3

/** Milliseconds of the clock that all processes share. */
export const sharedNow = (): number => Number(process.hrtime.bigint()) / 1e6

/** Says it before the next line of the program runs. */
export function say(said: Said): void {
  writeSync(MARKS, `${JSON.stringify({ ...said, at: sharedNow() })}\n`)
}

export const hasOpened = (mark: Mark): mark is Mark & { mark: 'opened' } => mark.mark === 'opened'
export const isDoneOf =
  (what: Command['do']) =>
  (mark: Mark): mark is Mark & { mark: 'did' } =>
    mark.mark === 'did' && mark.what.do === what
