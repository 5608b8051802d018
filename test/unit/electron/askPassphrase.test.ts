import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { withPassphrase } from '../../../electron/askPassphrase'
import { failed, type Result, success } from '../../../shared/failure'

function terminal(environment: Record<string, string> = {}, isTTY = false) {
  const input = Object.assign(new PassThrough(), { isTTY, setRawMode: () => {} })
  const output = new PassThrough()
  return { input, output, environment, said: () => String(output.read() ?? '') }
}

function sealed(tried: (string | undefined)[]) {
  return (passphrase?: string): Result<string> => {
    tried.push(passphrase)
    if (passphrase === undefined) return failed('needsPassphrase')
    return passphrase === 'right one' ? success('open') : failed('wrongPassphrase')
  }
}

test.each([true, false])('the passphrase is asked for and never shown (on a terminal: %s)', async (isTTY) => {
  const { input, output, environment, said } = terminal({}, isTTY)
  const tried: (string | undefined)[] = []
  const opening = withPassphrase(sealed(tried), { input, output, environment })
  input.write('right one\n')
  expect(await opening).toEqual(success('open'))
  expect(tried).toEqual([undefined, 'right one'])
  expect(said()).toBe('Passphrase of the board: \n')
})

test('the environment is asked before the person, and a wrong one is not asked for again', async () => {
  const { said, ...from } = terminal({ COMMON_GROUND_PASSPHRASE: 'wrong one' })
  const tried: (string | undefined)[] = []
  expect(await withPassphrase(sealed(tried), from)).toMatchObject({ failure: { code: 'wrongPassphrase' } })
  expect(tried).toEqual([undefined, 'wrong one'])
  expect(said()).toBe('')
})

test('nothing typed is no passphrase', async () => {
  const { input, output, environment } = terminal()
  const opening = withPassphrase(sealed([]), { input, output, environment })
  input.end()
  expect(await opening).toMatchObject({ failure: { code: 'needsPassphrase' } })
})

test('a board without a passphrase asks nobody', async () => {
  const { said, ...from } = terminal()
  expect(await withPassphrase(() => success('open'), from)).toEqual(success('open'))
  expect(said()).toBe('')
})
