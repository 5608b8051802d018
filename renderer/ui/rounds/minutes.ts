import { LONGEST_ROUND } from '#shared/room/time'

/** ms */
export const MINUTE = 60_000
export const PRESETS = [2, 5, 10, 15] as const
const MOST = LONGEST_ROUND / MINUTE

/** The whole minutes that somebody typed; null when it is no number of minutes that a round may take. */
export function typedMinutes(typed: string): number | null {
  const minutes = Number(western(typed))
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST ? minutes : null
}

/** Arabic and Persian keyboards write digits of their own. */
function western(typed: string): string {
  return typed
    .trim()
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
}
