import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { failed, success } from '#shared/failure'
import { createBoardFile, openBoardFile } from '../boardFile'
import { lookAt } from '../lookAt'
import { fileCalls } from './fileCalls'
import { createMerger } from './merger'
import { MERGE_SCRIPT, type Opening, type ThreadAnswer, type ThreadCall } from './threadMessages'

function open({ path, passphrase, make, look }: Opening) {
  if (make) return createBoardFile(path, make.packed, make)
  return look ? lookAt(path, passphrase) : openBoardFile(path, passphrase)
}

/** Opens or makes the file that its parent named, says so, and then answers calls until it is closed. */
function serve(opening: Opening): void {
  const say = (answer: ThreadAnswer) => parentPort?.postMessage(answer)
  const opened = open(opening)
  if (!opened.ok) {
    say({ id: 0, value: opened })
    parentPort?.close()
    return
  }
  const { file, contents } = opened.value
  const calls = fileCalls(file, createMerger(join(opening.scripts, MERGE_SCRIPT)))
  parentPort?.on('message', async ({ id, name, args }: ThreadCall) => {
    const call = calls[name] as (...args: unknown[]) => unknown
    try {
      say({ id, value: await call(...args) })
    } catch (error) {
      say({ id, value: failed('unexpected', error instanceof Error ? error.stack : String(error)) })
    }
    if (name === 'close') parentPort?.close()
  })
  say({ id: 0, value: success({ path: file.path, contents }) })
}

serve(workerData as Opening)
