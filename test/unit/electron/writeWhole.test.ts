import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writeWhole } from '../../../electron/writeWhole'
import { temporaryFolder } from '../../support/temporaryFolder'

it('replaces a file and leaves nothing beside it', async () => {
  const folder = await temporaryFolder()
  const path = join(folder, 'report.html')
  await writeFile(path, 'old')
  expect(await writeWhole(path, 'new')).toEqual({ ok: true, value: path })
  expect(await readFile(path, 'utf8')).toBe('new')
  expect(await readdir(folder)).toEqual(['report.html'])
})

it('a folder that is gone is a failure', async () => {
  const folder = await temporaryFolder()
  expect(await writeWhole(join(folder, 'gone', 'report.html'), 'x')).toMatchObject({
    failure: { code: 'missing' },
  })
})

it('a folder of that name is left alone', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'report.html'))
  expect(await writeWhole(join(folder, 'report.html'), 'x')).toMatchObject({ failure: { code: 'isFolder' } })
  expect(await readdir(folder)).toEqual(['report.html'])
})
