import { readFileSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import * as Y from 'yjs'
import { failed, type Result, success } from '#shared/failure'
import type { OpenedBoard } from '#shared/ipc/contract'
import { buildWorkshop, parseWorkshop } from '#shared/templates/workshop'
import type { Hub } from './hub'

/** Builds the sample workshop in the folder `source` into a new board at `path` and opens it. */
export async function openSample(hub: Hub, path: string, source: string): Promise<Result<OpenedBoard>> {
  const built = readSample(source)
  return built.ok ? hub.createFrom(path, built.value) : built
}

/** The document of the sample workshop in a folder. */
export function readSample(source: string): Result<Y.Doc> {
  const folder = resolve(source)
  const read = (file: string) => {
    const path = resolve(folder, file)
    if (!path.startsWith(folder + sep)) throw new Error(`${file} is outside the sample`)
    return readFileSync(path, 'utf8')
  }
  try {
    const workshop = parseWorkshop(JSON.parse(read('workshop.json')))
    if (!workshop.ok) return workshop
    const doc = new Y.Doc()
    buildWorkshop(doc, workshop.value, read, Date.now())
    return success(doc)
  } catch (error) {
    return failed('unavailable', String(error))
  }
}
