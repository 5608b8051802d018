import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type HubAnswer, hubAnswer } from '#shared/ipc/hubContract'
import { serveMain } from '../../../../electron/hub/process'
import { makeBoard, tamper } from '../../../support/boardFiles'
import { connectTo, isLive, temporaryFolder } from '../../../support/realHub'
import { threadsFolder } from '../../../support/threads.mjs'

/** The hub as the main process sees it: calls go in, parsed answers come out. */
function startHub() {
  const answers = new EventEmitter()
  let hear: (event: { data: unknown }) => void = () => {}
  let nextId = 1
  const ended = new Promise<void>((end) => {
    serveMain(
      {
        on: (_, listener) => {
          hear = listener
        },
        postMessage: (message) => {
          const { id, answer } = hubAnswer.parse(message)
          answers.emit(String(id), answer)
        },
      },
      { rendererFolder: '.', threadsFolder },
      end,
    )
  })
  const ask = (request: unknown): Promise<HubAnswer['answer']> => {
    const id = nextId++
    return new Promise((resolve) => {
      answers.once(String(id), resolve)
      hear({ data: { id, request } })
    })
  }
  return { ask, ended, hear: (data: unknown) => hear({ data }) }
}

test('the main process makes a board, opens it twice as one, closes it and ends the hub', async () => {
  const { ask, ended } = startHub()
  const path = join(temporaryFolder(), 'board.ground')
  const made = await ask({ do: 'create', path, title: 'Fernley', place: '', language: 'en' })
  expect(made).toMatchObject({ ok: true, value: { path } })
  expect(await ask({ do: 'open', path })).toEqual(made)
  if (!made.ok || typeof made.value !== 'object' || !made.value || !('token' in made.value))
    throw new Error('no board')
  const { url, token } = made.value
  await isLive(connectTo({ url, credential: { kind: 'token', token } }))
  expect(await ask({ do: 'roomState', path })).toEqual({ ok: true, value: null })
  expect(await ask({ do: 'keepThumbnail', path, image: Uint8Array.of(1) })).toEqual({
    ok: true,
    value: { isSealed: false },
  })
  expect(await ask({ do: 'close', path })).toEqual({ ok: true, value: null })
  expect(await ask({ do: 'close', path })).toEqual({ ok: true, value: null })
  await ask({ do: 'shutDown' })
  await ended
})

test('a damaged board is inspected and repaired, but not while it is open', async () => {
  const { ask, ended } = startHub()
  const path = makeBoard()
  tamper(path, 'UPDATE updates SET checksum = 1')
  expect(await ask({ do: 'open', path })).toMatchObject({ failure: { code: 'corrupt' } })
  const lost = { changes: 1 }
  expect(await ask({ do: 'inspectDamage', path })).toMatchObject({ value: { isWhole: false, lost } })
  const repaired = await ask({ do: 'repair', path })
  expect(repaired).toMatchObject({ value: { report: { lost }, damaged: expect.stringMatching(/\(damaged/) } })
  expect(await ask({ do: 'open', path })).toMatchObject({ value: { path } })
  expect(await ask({ do: 'repair', path })).toMatchObject({ failure: { code: 'boardInUse' } })
  await ask({ do: 'shutDown' })
  await ended
})

test('what it cannot do is answered, and a call that fits nothing harms no board', async () => {
  const { ask, hear, ended } = startHub()
  const path = join(temporaryFolder(), 'none.ground')
  expect(await ask({ do: 'open', path })).toMatchObject({ ok: false, failure: { code: 'missing' } })
  expect(await ask({ do: 'openRoom', path })).toMatchObject({ ok: false, failure: { code: 'missing' } })
  expect(await ask({ do: 'juggle' })).toMatchObject({ ok: false, failure: { code: 'unexpected' } })
  hear('nonsense')
  const missing = await ask({ do: 'openSample', path, source: '/nowhere' })
  expect(missing).toMatchObject({ ok: false, failure: { code: 'unavailable' } })
  expect(existsSync(path)).toBe(false)
  await ask({ do: 'shutDown' })
  await ended
})

test('the sample workshop opens as a board of its own', async () => {
  const { ask, ended } = startHub()
  const path = join(temporaryFolder(), 'sample.ground')
  const opened = await ask({ do: 'openSample', path, source: 'resources/samples/the-first-visit' })
  expect(opened).toMatchObject({ ok: true, value: { path } })
  await ask({ do: 'shutDown' })
  await ended
})
