import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildApp } from './buildApp.mjs'
import { callerPaths } from './callerPaths.mjs'
import { HUB_MEMORY } from './hubMemory.mjs'
import { ensurePackages } from './packages.mjs'
import { projectDirectory } from './project.mjs'

/**
 * Hosts a room for browsers without a window, under plain Node: `npm run host -- FILE`, or the sample without a file.
 * @param {string[]} args
 */
export async function hostRoom(args) {
  await ensurePackages(projectDirectory)
  await buildApp(projectDirectory)
  await runHeadless(args.length ? callerPaths(args) : ['--sample'])
}

/**
 * Runs the command line's `host` until it ends, and ends as it did.
 * @param {string[]} args
 * @returns {Promise<void>}
 */
export function runHeadless(args) {
  return new Promise((resolve) => {
    const cli = join(projectDirectory, 'out', 'main', 'cli.js')
    const host = spawn(process.execPath, [HUB_MEMORY, cli, 'host', ...args], {
      cwd: projectDirectory,
      stdio: 'inherit',
    })
    // Ctrl+C reaches the room as well; leaving first would cut off its goodbye and its last save.
    const wait = () => {}
    process.on('SIGINT', wait)
    const passOn = () => host.kill('SIGTERM')
    process.on('SIGTERM', passOn)
    host.on('exit', (code) => {
      process.off('SIGINT', wait)
      process.off('SIGTERM', passOn)
      process.exitCode = code ?? 1
      resolve()
    })
  })
}
