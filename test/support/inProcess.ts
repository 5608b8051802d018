import { onTestFinished } from 'vitest'
import type { z } from 'zod'
import type { Result } from '#shared/failure'
import { searchAnswer } from '#shared/ipc/readerContract'
import { answer } from '../../electron/hub/answer'
import { createHub } from '../../electron/hub/hub'
import type { Hub } from '../../electron/hubClient'
import { createReader } from '../../electron/reader/reader'
import type { BoardReader } from '../../electron/readerClient'
import { threadsFolder } from './threads.mjs'

/** A real hub as the main process sees it, without a process of its own; gone after the test. */
export function hubInProcess(): Hub {
  const hub = createHub({ rendererFolder: threadsFolder, threadsFolder, loopbackOnly: true, port: 0 })
  onTestFinished(() => hub.shutDown())
  return {
    ask: async <T>(request: Parameters<Hub['ask']>[0], value: z.ZodType<T>): Promise<Result<T>> => {
      const given = await answer(hub, request)
      return given.ok ? { ok: true, value: value.parse(given.value) } : given
    },
    onRestart: () => {},
    shutDown: () => hub.shutDown(),
  }
}

/** The real reader of boards without a process of its own. `patience` is what one step of a search may take, ms. */
export function readerInProcess(patience = 60_000): BoardReader {
  const reader = createReader()
  return {
    describe: async (path) => reader.describe(path),
    search: async (query, boards) => ({
      ok: true,
      value: searchAnswer.parse(reader.search({ do: 'search', query, boards: [...boards], patience })),
    }),
    end: () => Promise.resolve(),
  }
}
