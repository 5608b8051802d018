import { join } from 'node:path'
import { showProgress } from './progress.mjs'
import { runNode } from './runCommand.mjs'
import { SetupProblem } from './SetupProblem.mjs'

/**
 * Afterwards out/ holds the app built from the sources as they are. It is built each time: that takes seconds, and a
 * stale window costs more.
 * @param {string} project
 */
export async function buildApp(project) {
  const finish = showProgress('Building the app')
  const script = join(project, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const result = await runNode(script, ['build', '--logLevel', 'warn'], { cwd: project })
  if (result.code !== 0) {
    finish('failed')
    throw new SetupProblem(`The app could not be built:\n${`${result.output}${result.errors}`.trim()}`)
  }
  finish()
}
