import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { addCard, writeCard } from '#shared/board/actions/cards'
import { readAll } from '#shared/board/records'
import { openBoardFile } from '../../../../electron/files/boardFile'
import { unpackDocument } from '../../../../electron/files/document'
import { createHub } from '../../../../electron/hub/hub'
import type { Replica } from '../../../../renderer/board/replica'
import { bundle } from '../../../support/bundle.mjs'
import { connectTo, isLive, isSaved, temporaryFolder, untilDocument, unwrap } from '../../../support/realHub'
import { threadsFolder } from '../../../support/threads.mjs'

let program = ''
beforeAll(async () => {
  program = await bundle('test/support/hostProcess.ts')
})

const LAST = 'written while the power went'

/** Watched for before anything is written, or it could be over by then. */
type Moment = (path: string, other: Replica) => Promise<unknown>

const moments: [string, Moment][] = [
  ['at once', async () => {}],
  [
    'when others see an edit',
    (_, other) => untilDocument(other, () => readAll(other.doc, 'cards').some(({ text }) => text === LAST)),
  ],
  [
    'while it writes to the file',
    (path) =>
      new Promise<void>((resolve) => {
        const watcher = watch(dirname(path), (_, name) => {
          if (name !== 'board.ground-journal') return
          watcher.close()
          resolve()
        })
      }),
  ],
]

test.each(moments)('a hub killed %s has kept everything it said was saved', async (_, moment) => {
  const path = join(temporaryFolder(), 'board.ground')
  const making = createHub({ rendererFolder: '.', threadsFolder, loopbackOnly: true })
  unwrap(await making.create(path, { title: 'Fernley', place: '', language: 'en' }))
  await making.shutDown()

  const child = spawn(process.execPath, [program, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const line = await new Promise<string>((resolve) =>
    child.stdout.once('data', (data) => resolve(String(data))),
  )
  const opened = JSON.parse(line).value
  const address = { url: opened.url, credential: { kind: 'token', token: opened.token } } as const
  const replica = await isLive(connectTo(address))
  const other = await isLive(connectTo(address))
  const writer = { doc: replica.doc, person: 'someone', origin: null, now: () => 1 }
  const ids: string[] = []
  for (let round = 0; round < 3; round++) {
    for (let card = 0; card < 20; card++)
      ids.push(addCard(writer, { type: 'note', text: `${round}.${card}` }))
    await isSaved(replica)
  }
  const comes = moment(path, other)
  for (const id of ids) writeCard(writer, id, LAST)
  await comes
  child.kill('SIGKILL')
  await ended

  const { file, contents } = unwrap(openBoardFile(path))
  const doc = unwrap(unpackDocument(contents))
  file.close()
  expect(
    readAll(doc, 'cards')
      .map(({ id }) => id)
      .sort(),
  ).toEqual([...ids].sort())
})
