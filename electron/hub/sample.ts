import { readFileSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import * as Y from 'yjs'
import { failed, type Result, success } from '#shared/failure'
import type { OpenedBoard } from '#shared/ipc/contract'
import { buildWorkshop, parseWorkshop } from '#shared/templates/workshop'
import type { Hub } from './hub'

/** A board's own name, place and language, in the place of what its template says. */
interface Own {
  readonly title: string
  readonly place: string
  readonly language: string
}

/** Builds the sample workshop or the template in the folder `source` into a new board at `path` and opens it. */
export async function openSample(
  hub: Hub,
  path: string,
  source: string,
  host?: string,
  own?: Own,
): Promise<Result<OpenedBoard>> {
  const built = readSample(source, own)
  return built.ok ? hub.createFrom(path, built.value, host) : built
}

/** The document of the sample workshop or the template in a folder. */
export function readSample(source: string, own?: Own): Result<Y.Doc> {
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
    const values = own && { title: own.title, place: own.place, language: own.language }
    buildWorkshop(doc, { ...workshop.value, ...values }, read, Date.now())
    return success(doc)
  } catch (error) {
    return failed('unavailable', String(error))
  }
}
