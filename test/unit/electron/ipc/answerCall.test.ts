import { expect, it } from 'vitest'
import { answerCall, type Handlers } from '../../../../electron/ipc/answerCall'
import type { CallName } from '../../../../shared/ipc/contract'
import { memoryLog } from '../../../support/memoryLog'

const OPENED = { path: '/a.ground', url: 'ws://127.0.0.1:1/sync', sealed: false, lookOnly: null, token: 't' }

function ask(name: CallName, request: unknown, handlers: Partial<Handlers<string>>, log = memoryLog()) {
  return answerCall(handlers as Handlers<string>, name, request, 'the window', log)
}

it('hands the parsed request and the window to the handler', async () => {
  const asked: unknown[] = []
  const answer = await ask(
    'createBoard',
    { title: 'A', place: 'Hall', stray: 1 },
    {
      createBoard: (request, window) => {
        asked.push(request, window)
        return { ok: true, value: OPENED }
      },
    },
  )
  expect(asked).toEqual([{ title: 'A', place: 'Hall' }, 'the window'])
  expect(answer).toEqual({ ok: true, value: OPENED })
})

it.each([undefined, null, 'A', { title: 1, place: 'Hall' }, { title: 'x'.repeat(201), place: '' }])(
  'a malformed request is refused as a value and never handled: %j',
  async (request) => {
    const log = memoryLog()
    const handled = () => {
      throw new Error('handled')
    }
    expect(await ask('createBoard', request, { createBoard: handled }, log)).toMatchObject({
      ok: false,
      failure: { code: 'badMessage' },
    })
    expect(log.lines).toEqual(['call createBoard was malformed'])
  },
)

it('what nobody foresaw becomes a value without the cause, which is logged', async () => {
  const log = memoryLog()
  const answer = await ask(
    'openSample',
    undefined,
    {
      openSample: () => {
        throw new Error('/home/nadia/secret')
      },
    },
    log,
  )
  expect(answer).toEqual({ ok: false, failure: { code: 'unexpected' } })
  expect(log.lines).toEqual(['call openSample failed'])
})

it('a call that foresees no failure rejects with the code alone', async () => {
  const fails = () => Promise.reject(new Error('/home/nadia/secret'))
  await expect(ask('listBoards', undefined, { listBoards: fails })).rejects.toThrow(/^unexpected$/)
  await expect(ask('closeBoard', { path: 7 }, {})).rejects.toThrow(/^badMessage$/)
})

it('a response that breaks the contract is not passed on', async () => {
  const wrong = (() => ({ ok: true, value: { path: '/a.ground' } })) as never
  expect(await ask('openSample', undefined, { openSample: wrong })).toEqual({
    ok: false,
    failure: { code: 'unexpected' },
  })
})

it('a failure passes through as a value', async () => {
  const answer = await ask(
    'openBoard',
    {},
    { openBoard: () => ({ ok: false, failure: { code: 'truncated' } }) },
  )
  expect(answer).toEqual({ ok: false, failure: { code: 'truncated' } })
})
