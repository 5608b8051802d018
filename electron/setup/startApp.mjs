import { spawn } from 'node:child_process'
import { buildApp } from './buildApp.mjs'
import { callerPaths } from './callerPaths.mjs'
import { runHeadless } from './hostRoom.mjs'
import { ensurePackages } from './packages.mjs'
import { hasDisplay, projectDirectory } from './project.mjs'
import { describeRuntime, findElectron } from './runtime/findElectron.mjs'
import { ensureSystemPackages, requireSharedLibraries, WINDOW_LIBRARIES } from './systemLibraries.mjs'

/**
 * Opens the app, with the files that `args` name, after fetching whatever is missing. Where there is no screen it hosts
 * the sample workshop for browsers instead.
 * @param {string[]} args
 */
export async function startApp(args) {
  await ensurePackages(projectDirectory)
  const files = callerPaths(args)
  if (!hasDisplay()) {
    console.log('There is no display here, so no window can be opened.')
    console.log(
      files.length
        ? 'Hosting the board for browsers instead.'
        : 'Hosting the sample workshop for browsers instead.',
    )
    await buildApp(projectDirectory)
    await runHeadless(files.length ? files : ['--sample'])
    return
  }
  await ensureSystemPackages(WINDOW_LIBRARIES, 'the window')
  const electron = await findElectron()
  console.log(describeRuntime(electron))
  await requireSharedLibraries(electron.executable)
  await buildApp(projectDirectory)
  const app = spawn(electron.executable, [...electron.args(projectDirectory), ...files], {
    cwd: projectDirectory,
    env: { ...process.env, ...electron.env(projectDirectory) },
    stdio: 'inherit',
  })
  app.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
}
