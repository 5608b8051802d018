import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as Y from 'yjs'
import { buildWorkshop, parseWorkshop } from '#shared/templates/workshop'

/** The folder of the sample workshop. */
export const SAMPLE = resolve(process.cwd(), 'resources/samples/the-first-visit')

/** The sample workshop as a fresh document. */
export function sampleDocument(): Y.Doc {
  const workshop = parseWorkshop(JSON.parse(readFileSync(`${SAMPLE}/workshop.json`, 'utf8')))
  if (!workshop.ok) throw new Error(workshop.failure.detail ?? workshop.failure.code)
  const doc = new Y.Doc()
  buildWorkshop(doc, workshop.value, (file) => readFileSync(`${SAMPLE}/${file}`, 'utf8'), 1)
  return doc
}
