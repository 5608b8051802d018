import type { Failure, Result } from '#shared/failure'

export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.detail ?? ''}`)
  return result.value
}

export function failureOf(result: Result<unknown>): Failure['code'] {
  if (result.ok) throw new Error('it went well')
  return result.failure.code
}
