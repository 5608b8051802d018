import { resolve } from 'node:path'

/**
 * The arguments with every path made absolute from where the person stood. npm changes to the project's folder before
 * it runs a script, and notes in INIT_CWD where it was called.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {string[]}
 */
export function callerPaths(args, environment = process.env) {
  const from = environment.INIT_CWD ?? process.cwd()
  return args.map((argument) => (argument.startsWith('-') ? argument : resolve(from, argument)))
}
