import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { expect, test } from 'vitest'
import { lockPath } from '../../../../electron/files/lock'
import { failureOf, isLive, isSaved, openTestRoom, until, unwrap } from '../../../support/realHub'

/** Lets the board look as if a program on `host` had it open. */
function holdOn(path: string, host: string, pid = 1): void {
  writeFileSync(lockPath(path), JSON.stringify({ pid, host, key: 'theirs' }))
}

test('a board that is open on another computer is looked at, and written once that one has let go', async () => {
  const { hub, path, connect } = await openTestRoom()
  await hub.close(path)
  const before = readFileSync(path)
  holdOn(path, 'LAPTOP-7')
  const looked = unwrap(await hub.open(path))
  expect(looked.lookOnly).toEqual({ because: 'boardInUse', holder: 'LAPTOP-7' })
  const reader = await isLive(
    connect({ url: looked.url, credential: { kind: 'token', token: looked.token } }),
  )
  expect(reader.me.get()?.role).toBe('observer')
  expect(reader.doc.getMap('meta').get('title')).toBe('Fernley')
  expect(failureOf(await hub.openRoom(path))).toBe('readOnly')
  expect(failureOf(await hub.setPassphrase(path, 'four quiet words here'))).toBe('readOnly')

  expect(unwrap(await hub.open(path))).toEqual(looked)
  expect(reader.connection.get().state).toBe('live')

  rmSync(lockPath(path))
  const opened = unwrap(await hub.open(path))
  expect(opened.lookOnly).toBeNull()
  await until(reader.connection, ({ state }) => state !== 'live')
  const writer = await isLive(
    connect({ url: opened.url, credential: { kind: 'token', token: opened.token } }),
  )
  writer.doc.getText('purpose').insert(0, 'kept')
  await isSaved(writer)
  await hub.close(path)
  expect(readFileSync(path).equals(before)).toBe(false)
})

test('a board that another program on this computer has names no other computer', async () => {
  const { hub, path } = await openTestRoom()
  await hub.close(path)
  holdOn(path, hostname(), process.ppid)
  expect(unwrap(await hub.open(path)).lookOnly).toEqual({ because: 'boardInUse', holder: '' })
})

test('a file that may only be read is looked at, and written once it may be', async () => {
  const { hub, path } = await openTestRoom()
  await hub.close(path)
  chmodSync(path, 0o444)
  expect(unwrap(await hub.open(path)).lookOnly).toEqual({ because: 'readOnly', holder: '' })
  chmodSync(path, 0o644)
  expect(unwrap(await hub.open(path)).lookOnly).toBeNull()
})
