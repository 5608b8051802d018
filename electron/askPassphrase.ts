import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { Writable } from 'node:stream'
import type { Result } from '#shared/failure'

/** Where a passphrase of a board may come from when there is no window. */
export interface Terminal {
  readonly input: Readable & { readonly isTTY?: boolean }
  /** For the question, so that what is printed elsewhere stays clean. */
  readonly output: Writable
  readonly environment: Readonly<Record<string, string | undefined>>
}

export const PASSPHRASE_VARIABLE = 'COMMON_GROUND_PASSPHRASE'

/**
 * Opens a board; when it has a passphrase, with the one of the environment, or else with the line that the person
 * types, which the terminal does not show. `needsPassphrase` when there is none.
 */
export async function withPassphrase<T>(
  open: (passphrase?: string) => Result<T> | Promise<Result<T>>,
  terminal: Terminal,
): Promise<Result<T>> {
  const opened = await open()
  if (opened.ok || opened.failure.code !== 'needsPassphrase') return opened
  const passphrase = terminal.environment[PASSPHRASE_VARIABLE] || (await ask(terminal))
  return passphrase ? open(passphrase) : opened
}

function ask({ input, output }: Terminal): Promise<string> {
  output.write('Passphrase of the board: ')
  // The line editor echoes into nowhere; without a terminal there is no echo to hold back.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input, output: nowhere, terminal: input.isTTY === true })
  return new Promise((resolve) => {
    let line = ''
    lines.once('line', (typed) => {
      line = typed
      lines.close()
    })
    lines.once('SIGINT', () => lines.close())
    lines.once('close', () => {
      output.write('\n')
      resolve(line)
    })
  })
}
