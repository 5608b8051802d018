import { createInstance } from 'i18next'
import type { DamageReport } from '#shared/damageReport'
import { damageSentences } from '#shared/damageSentences'
import { type Failure, type Result, success } from '#shared/failure'
import languages from '../resources/languages/en.json'
import { PASSPHRASE_VARIABLE, type Terminal, withPassphrase } from './askPassphrase'
import { inspectBytes, inspectDamage, repairBoardFile } from './files/repair'

/*
 * `verify` and `repair` for the terminal. A passphrase is typed or comes by the environment: other people on the
 * computer can read what stands on a command line.
 */

const words = createInstance()
void words.init({
  lng: 'en',
  initAsync: false,
  resources: { en: { translation: languages } },
  interpolation: { escapeValue: false },
})

/** What the terminal is told, and whether the file is whole now. */
export interface Answer {
  readonly isWhole: boolean
  readonly text: string
}

/** Says whether the board file is whole, or exactly what is wrong with it. Not a byte is changed. */
export async function verify(file: string, terminal: Terminal): Promise<Result<Answer>> {
  const found = await withPassphrase((passphrase) => inspectDamage(file, passphrase), terminal)
  if (found.ok) return success({ isWhole: found.value.isWhole, text: verdict(file, found.value) })
  if (found.failure.code !== 'needsPassphrase') return unreadable(file, found.failure)
  const problems = inspectBytes(file)
  if (!problems.ok) return problems
  const locked = `It has a passphrase: with that, typed or in ${PASSPHRASE_VARIABLE}, the words in it are read as well.`
  return success(
    problems.value.length === 0
      ? { isWhole: true, text: `${file} is whole: every record is as it was written.\n${locked}` }
      : { isWhole: false, text: [`${file} is damaged.`, locked, ...wrong(problems.value)].join('\n') },
  )
}

/** Puts a board with everything that can be read in the place of a damaged one, and says where that stays. */
export async function repair(file: string, terminal: Terminal): Promise<Result<Answer>> {
  let passphrase: string | undefined
  const found = await withPassphrase((typed) => {
    passphrase = typed
    return inspectDamage(file, typed)
  }, terminal)
  if (!found.ok) return unreadable(file, found.failure)
  if (found.value.isWhole)
    return success({ isWhole: true, text: `${verdict(file, found.value)} There is nothing to repair.` })
  const repaired = repairBoardFile(file, passphrase)
  if (!repaired.ok) return repaired
  const { report, damaged } = repaired.value
  return success({
    isWhole: true,
    text: `${sentences(report)}\n${file} is whole again. The damaged file stays as ${damaged}`,
  })
}

/** What went wrong, as a sentence for the terminal. */
export function sentenceFor({ code, detail }: Failure, path: string): string {
  const known: Record<string, string> = languages.failures
  const sentence =
    code === 'needsPassphrase'
      ? `This board has a passphrase. Type it when you are asked, or set ${PASSPHRASE_VARIABLE}.`
      : (known[code] ?? languages.failures.unexpected)
  return `${path}: ${sentence}${detail ? `\n(${code}: ${detail})` : ''}`
}

/** A board of which nothing is left to read is an answer, too. */
function unreadable(file: string, failure: Failure): Result<Answer> {
  if (failure.code !== 'corrupt') return { ok: false, failure }
  const text = [`${file} is damaged.`, words.t('damage.nothing'), ...wrong([failure.detail ?? ''])].join('\n')
  return success({ isWhole: false, text })
}

function verdict(file: string, report: DamageReport): string {
  if (report.isWhole) return `${file} is whole: ${words.t('outline.cards', { count: report.cards })}.`
  return [`${file} is damaged.`, sentences(report), ...wrong(report.problems)].join('\n')
}

function sentences(report: DamageReport): string {
  return damageSentences(report)
    .map(({ key, count, until }) =>
      words.t(`damage.${key}`, { count, time: until === undefined ? '' : timeOf(until) }),
    )
    .join(' ')
}

const wrong = (problems: readonly string[]): string[] => [
  'What is wrong:',
  ...problems.map((problem) => `  ${problem}`),
]

function timeOf(moment: number): string {
  return new Date(moment).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
}
