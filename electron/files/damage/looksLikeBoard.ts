import { APPLICATION_ID, HEADER } from '../layout'
import { readTreePage } from './leaf'
import type { Pages } from './pages'

/**
 * Tells a board by the beginning of its file. A few wrong bytes make a damaged board; `another` is the database of
 * another program.
 */
export function looksLikeBoard(header: Buffer): 'yes' | 'damaged' | 'another' | 'no' {
  const application = Buffer.alloc(4)
  application.writeUInt32BE(APPLICATION_ID)
  const wrongMagic = differences(header, Buffer.from(HEADER.magic, 'latin1'), 0)
  const wrongApplication = differences(header, application, HEADER.application)
  if (wrongMagic + wrongApplication === 0) return 'yes'
  if (header.length < 100) return 'no'
  if (wrongMagic + wrongApplication <= 3) return 'damaged'
  return wrongMagic === 0 ? 'another' : 'no'
}

const SAMPLES = 256
/** Of the pages of a board nearly all look like pages, and of other files hardly any. */
const LEAST_SHARE = 0.2

/** Whether a file without its beginning may be a board, so that searching all of it is worth while. */
export function mayHoldBoard(pages: Pages): boolean {
  const samples = Math.min(SAMPLES, pages.count)
  let plausible = 0
  for (let sample = 0; sample < samples; sample++) {
    const number = 1 + Math.floor((sample * pages.count) / samples)
    const page = pages.read(number)
    if (!page) continue
    const next = page.readUInt32BE(0)
    const isOverflow = next >= 1 && next <= pages.count
    if (isOverflow || readTreePage(page, number, pages.usable)?.isWhole) plausible++
  }
  return plausible >= samples * LEAST_SHARE
}

function differences(header: Buffer, wanted: Buffer, at: number): number {
  let wrong = 0
  for (let byte = 0; byte < wanted.length && at + byte < header.length; byte++)
    if (header[at + byte] !== wanted[byte]) wrong++
  return wrong
}
