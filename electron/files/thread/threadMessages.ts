import type { FileCalls } from './fileCalls'

/** The built threads, in the folder of the program that starts them. */
export const FILE_SCRIPT = 'fileThread.js'
export const MERGE_SCRIPT = 'mergeThread.js'

/** What a file thread begins with. */
export interface Opening {
  readonly path: string
  readonly passphrase?: string | undefined
  /** Only to look at: nothing is written, and the file is not locked. */
  readonly look?: boolean
  /** Makes the file with this packed document instead of opening it. */
  readonly make?:
    | { readonly packed: Uint8Array; readonly host?: string; readonly id?: string | undefined }
    | undefined
  /** The folder with the built threads. */
  readonly scripts: string
}

export interface ThreadCall {
  readonly id: number
  readonly name: keyof FileCalls
  readonly args: readonly unknown[]
}

/** The answer 0 says whether the file is open. */
export interface ThreadAnswer {
  readonly id: number
  readonly value: unknown
}
