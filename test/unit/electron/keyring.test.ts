import { expect, test } from 'vitest'
import type { z } from 'zod'
import { createKeyring } from '../../../electron/keyring'
import { failed, type Result } from '../../../shared/failure'
import type { HubRequest } from '../../../shared/ipc/hubContract'

const PATH = '/a.ground'

/** A hub with one board file. It dies with the next request when told to, after or before doing it. */
function fakeHub(passphrase: string | null) {
  let present = passphrase
  let isOpen = false
  let dying: 'before' | 'after' | null = null
  const answer = (request: HubRequest): Result<unknown> => {
    if (request.do === 'setPassphrase') {
      present = request.passphrase
      return { ok: true, value: null }
    }
    if (request.do !== 'open') return failed('unexpected')
    if (!isOpen && present !== null && request.passphrase !== present) {
      return failed(request.passphrase === undefined ? 'needsPassphrase' : 'wrongPassphrase')
    }
    isOpen = true
    return {
      ok: true,
      value: { path: PATH, url: '', token: '', sealed: present !== null, lookOnly: null },
    }
  }
  const keyring = createKeyring({
    ask: async <T>(request: HubRequest, value: z.ZodType<T>): Promise<Result<T>> => {
      const dies = dying
      dying = null
      const answered = dies === 'before' ? failed('unavailable') : answer(request)
      if (dies) isOpen = false
      if (dies) return failed('unavailable')
      return answered.ok ? { ok: true, value: value.parse(answered.value) } : answered
    },
  })
  return {
    keyring,
    restart: () => {
      isOpen = false
    },
    dieWithNext: (when: 'before' | 'after') => {
      dying = when
    },
    present: () => present,
  }
}

test('a board that was opened with its passphrase opens again by itself, until it is let go', async () => {
  const { keyring, restart } = fakeHub('right')
  expect(await keyring.open(PATH)).toMatchObject({ failure: { code: 'needsPassphrase' } })
  expect(await keyring.open(PATH, 'wrong')).toMatchObject({ failure: { code: 'wrongPassphrase' } })
  expect(await keyring.open(PATH)).toMatchObject({ failure: { code: 'needsPassphrase' } })
  expect(await keyring.open(PATH, 'right')).toMatchObject({ ok: true })
  restart()
  expect(await keyring.open(PATH)).toMatchObject({ ok: true })
  keyring.forget(PATH)
  restart()
  expect(await keyring.open(PATH)).toMatchObject({ failure: { code: 'needsPassphrase' } })
})

test.each(['before', 'after'] as const)(
  'a hub that dies %s it has changed a passphrase leaves a board that opens again',
  async (when) => {
    const { keyring, dieWithNext, present } = fakeHub('old')
    await keyring.open(PATH, 'old')
    dieWithNext(when)
    expect(await keyring.change(PATH, 'new')).toMatchObject({ failure: { code: 'unavailable' } })
    expect(present()).toBe(when === 'before' ? 'old' : 'new')
    expect(await keyring.open(PATH)).toMatchObject({ ok: true, value: { sealed: true } })
  },
)

test('a passphrase that was taken away is not tried again', async () => {
  const { keyring, restart, present } = fakeHub(null)
  await keyring.open(PATH)
  await keyring.change(PATH, 'one')
  restart()
  expect(await keyring.open(PATH)).toMatchObject({ ok: true, value: { sealed: true } })
  await keyring.change(PATH, null)
  restart()
  expect(present()).toBeNull()
  expect(await keyring.open(PATH)).toMatchObject({ ok: true, value: { sealed: false } })
})
