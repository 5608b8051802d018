/** One thing that a program did to a folder, in the order in which it was done. */
export type Step =
  /** A file got a descriptor; what it did not hold before is made. */
  | { readonly do: 'open'; readonly file: number; readonly path: string; readonly isEmptied: boolean }
  | { readonly do: 'write'; readonly file: number; readonly at: number; readonly data: Uint8Array }
  | { readonly do: 'resize'; readonly file: number; readonly size: number }
  /** Of a file or of the folder itself. */
  | { readonly do: 'sync'; readonly file: number }
  | { readonly do: 'rename' | 'link'; readonly from: string; readonly to: string }
  | { readonly do: 'unlink' | 'mkdir' | 'rmdir'; readonly path: string }
  /** The board is about to have this state, and has it for certain. */
  | { readonly do: 'begin' | 'saved'; readonly state: string }
  /** What was to be removed for good is nowhere any more. */
  | { readonly do: 'gone' }

/** A step as a line of the log. Paths are relative to the folder. */
export const lineOf = (step: Step): string =>
  `${JSON.stringify('data' in step ? { ...step, data: Buffer.from(step.data).toString('base64') } : step)}\n`

export const stepOf = (line: string): Step =>
  JSON.parse(line, (key, value) => (key === 'data' ? Buffer.from(value, 'base64') : value))
