/**
 * Expected failures are values with a code that the interface words in the person's language.
 * Broken invariants throw instead.
 */
export const FAILURE_CODES = [
  'notABoard',
  'emptyFile',
  'truncated',
  'corrupt',
  'newerBoard',
  'needsPassphrase',
  'wrongPassphrase',
  'boardInUse',
  'alreadyOpen',
  'noTrash',
  'missing',
  'isFolder',
  'readOnly',
  'diskFull',
  'noPermission',
  'tooLarge',
  'wrongEncoding',
  'notADocument',
  'notAPicture',
  'pictureTooLarge',
  'tooManyPictures',
  'pictureShareUsed',
  'onlyLooking',
  'roomAway',
  'emptyDocument',
  'wrongCode',
  'tooManyTries',
  'wrongProtocol',
  'badName',
  'roomClosed',
  'doorClosed',
  'removed',
  'badMessage',
  'wordsRemoved',
  'noNetwork',
  'notAnAddress',
  'noRoomThere',
  'noWayThere',
  'otherVersion',
  'wrongFingerprint',
  'otherComputer',
  'notTakenIn',
  'cancelled',
  'unavailable',
  'unexpected',
] as const

export type FailureCode = (typeof FAILURE_CODES)[number]

/** `detail` is for the log and for support; it is never the sentence a person reads. */
export interface Failure {
  readonly code: FailureCode
  readonly detail?: string | undefined
  /** The board file that it is about. */
  readonly path?: string | undefined
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure }

/** Wraps a value as a success. */
export function success<T>(value: T): Result<T> {
  return { ok: true, value }
}

/** Wraps a failure code as a result. */
export function failed(code: FailureCode, detail?: string): Result<never> {
  return { ok: false, failure: detail === undefined ? { code } : { code, detail } }
}
