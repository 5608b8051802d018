import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { openBoardFile } from '../../electron/files/boardFile'
import { inspectDamage, repairBoardFile } from '../../electron/files/repair'
import { type BoardFacts, factsOf } from '../support/boardFacts'
import { type Randomness, seeded } from '../support/randomness'
import { temporaryFolder } from '../support/realHub'
import { makeRichBoard } from '../support/richBoard'

let bytes = Buffer.alloc(0)
let whole: BoardFacts
beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'ground-test-'))
  makeRichBoard(join(folder, 'board.ground'))
  whole = factsOf(join(folder, 'board.ground'))
  bytes = readFileSync(join(folder, 'board.ground'))
  rmSync(folder, { recursive: true })
})

const boardOf = (content: Uint8Array): string => {
  const path = join(temporaryFolder(), 'board.ground')
  writeFileSync(path, content)
  return path
}
const lacking = (before: readonly string[], after: readonly string[]) =>
  before.filter((one) => !after.includes(one)).length

function flipped(random: Randomness): Buffer {
  const copy = Buffer.from(bytes)
  const at = random.under(copy.length)
  copy[at] = (copy[at] ?? 0) ^ (1 + random.under(255))
  return copy
}
/** Noise over a stretch, as a bad sector leaves it. */
function scarred(random: Randomness): Buffer {
  const copy = Buffer.from(bytes)
  const at = random.under(copy.length)
  for (let byte = at; byte < at + 512 && byte < copy.length; byte++) copy[byte] = random.under(256)
  return copy
}
const cut = (random: Randomness): Buffer => bytes.subarray(0, random.under(bytes.length))

const kinds: [string, (random: Randomness) => Buffer][] = [
  ['a flipped byte', flipped],
  ['a cut', cut],
  ['a bad sector', scarred],
]
const cases = kinds.flatMap(([name, spoil]) => [1, 2, 3, 4, 5].map((seed) => [name, seed, spoil] as const))

test.each(cases)('%s loses nothing in silence (seed %i)', (_, seed, spoil) => {
  const random = seeded(seed)
  for (let round = 0; round < 4; round++) {
    const spoilt = spoil(random)
    const path = boardOf(spoilt)
    const inspected = inspectDamage(path)
    expect(readdirSync(dirname(path))).toEqual(['board.ground'])

    const opened = openBoardFile(path)
    if (opened.ok) {
      opened.value.file.release()
      expect(factsOf(path)).toEqual(whole)
      continue
    }
    expect(readFileSync(path).equals(spoilt)).toBe(true)
    expect(inspected.ok && inspected.value.isWhole).toBe(false)
    const repaired = repairBoardFile(path)
    if (!repaired.ok) {
      expect(['corrupt', 'notABoard', 'emptyFile']).toContain(repaired.failure.code)
      expect(inspected).toEqual(repaired)
      expect(readFileSync(path).equals(spoilt)).toBe(true)
      expect(readdirSync(dirname(path))).toEqual(['board.ground'])
      continue
    }
    const { report, damaged } = repaired.value
    expect(readFileSync(damaged).equals(spoilt)).toBe(true)
    expect(report).toEqual(inspected.ok && inspected.value)
    const { lost, source } = report
    const after = factsOf(path)
    expect(after.isWaiting).toBe(false)
    if (lost.changes === 0 && !lost.perhapsNewest && source === 'file')
      expect(after.document).toBe(whole.document)
    if (!lost.perhapsMore) {
      expect(lacking(whole.versions, after.versions)).toBeLessThanOrEqual(lost.versions)
      expect(lacking(whole.pictures, after.pictures)).toBeLessThanOrEqual(lost.pictures)
      expect(lacking(whole.people, after.people)).toBeLessThanOrEqual(lost.people)
      expect(lacking(whole.exports, after.exports)).toBeLessThanOrEqual(lost.exports)
      expect(lacking(whole.sealed, after.sealed)).toBeLessThanOrEqual(lost.sealed)
    }
    for (const name of ['versions', 'pictures', 'people'] as const)
      expect(lacking(after[name], whole[name])).toBe(0)
    // The damaged file is a copy that no purge reaches, and is listed as one.
    const copies = after.exports.filter((one) => !whole.exports.includes(one))
    expect(copies).toEqual([expect.stringContaining(basename(damaged))])
  }
})

test('any bytes at all are read to an end, and never throw', () => {
  const random = seeded(5)
  for (let round = 0; round < 30; round++) {
    const noise = Buffer.alloc(1 + random.under(60_000))
    for (let at = 0; at < noise.length; at++) noise[at] = random.under(round % 2 === 0 ? 256 : 16)
    // Noise that begins like a board is taken more seriously.
    if (round % 3 === 0) bytes.copy(noise, 0, 0, 100)
    const found = inspectDamage(boardOf(noise))
    expect(found.ok ? 'read' : found.failure.code).toMatch(/notABoard|corrupt|newerBoard/)
  }
})

test('pages that were shuffled give back what they hold, and never throw', () => {
  const random = seeded(6)
  for (let round = 0; round < 6; round++) {
    const copy = Buffer.from(bytes)
    for (let swap = 0; swap < 12; swap++) {
      const [from, to] = [random.under(bytes.length / 4096), random.under(bytes.length / 4096)]
      bytes.copy(copy, to * 4096, from * 4096, (from + 1) * 4096)
    }
    const path = boardOf(copy)
    const repaired = repairBoardFile(path)
    if (repaired.ok) expect(factsOf(path).isWaiting).toBe(false)
    else expect(repaired.failure.code).toMatch(/corrupt|notABoard/)
  }
})
