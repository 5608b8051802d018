import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Result } from '#shared/failure'

/** Runs `work` with a folder of its own that is gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'ground-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The value of a result that a benchmark cannot go on without. */
export function need<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code} ${result.failure.detail ?? ''}`)
  return result.value
}
