import { localeOf } from '../language'

const DAY = 86_400_000

/** A day as people say it: today, yesterday, or its date. */
export function dayOf(time: number, language: string, now = Date.now()): string {
  const locale = localeOf(language)
  const passed = Math.round((midnight(now) - midnight(time)) / DAY)
  if (passed === 0 || passed === 1) {
    return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-passed, 'day')
  }
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(time)
}

/** The day of a repair, given as `2026-11-24`, as people say it. */
export function repairedOn(day: string, language: string): string {
  return dayOf(new Date(`${day}T12:00`).getTime(), language)
}

function midnight(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0)
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** The size of a file in the unit that gives it the fewest digits; `bytes` in the language of the interface. */
export function sizeOf(bytes: number, language: string): string {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  const value = bytes / 1000 ** step
  return new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 && step > 1 ? 1 : 0,
  }).format(value)
}
