import { resolve } from 'node:path'

/** The board files that a command line names, as absolute paths. */
export function boardArguments(args: readonly string[], folder: string): string[] {
  return args
    .filter((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith('.ground'))
    .map((argument) => resolve(folder, argument))
}
