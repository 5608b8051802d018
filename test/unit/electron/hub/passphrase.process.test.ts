import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { failureOf, isLive, isSaved, openTestRoom, unwrap } from '../../../support/realHub'

const PASSPHRASE = 'four quiet words here'

test('a passphrase is set while people write, and then the board opens with it and with no other', async () => {
  const { hub, path, folder, host, connect } = await openTestRoom()
  const writer = await isLive(connect(host))
  writer.doc.getText('purpose').insert(0, 'pavement ')
  const setting = hub.setPassphrase(path, PASSPHRASE)
  writer.doc.getText('purpose').insert(0, 'lamppost ')
  unwrap(await setting)
  writer.doc.getText('purpose').insert(0, 'doorstep ')
  await isSaved(writer)
  expect(unwrap(await hub.open(path)).sealed).toBe(true)
  await hub.close(path)

  expect(readdirSync(folder)).toEqual(['board.ground'])
  const bytes = readFileSync(path)
  for (const word of ['pavement', 'lamppost', 'doorstep', 'Fernley']) expect(bytes.includes(word)).toBe(false)
  expect(failureOf(await hub.open(path))).toBe('needsPassphrase')
  expect(failureOf(await hub.open(path, 'four loud words here'))).toBe('wrongPassphrase')
  const { url, token, sealed } = unwrap(await hub.open(path, PASSPHRASE))
  expect(sealed).toBe(true)
  const reader = await isLive(connect({ url, credential: { kind: 'token', token } }))
  expect(reader.doc.getText('purpose').toString()).toBe('doorstep lamppost pavement ')

  unwrap(await hub.setPassphrase(path, null))
  await hub.close(path)
  expect(unwrap(await hub.open(path)).sealed).toBe(false)
})

test('a board that is not open gets no passphrase', async () => {
  const { hub, path } = await openTestRoom()
  await hub.close(path)
  expect(failureOf(await hub.setPassphrase(path, PASSPHRASE))).toBe('missing')
  expect(unwrap(await hub.open(path)).sealed).toBe(false)
})
