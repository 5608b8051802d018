import { existsSync } from 'node:fs'
import { cp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildApp } from './buildApp.mjs'
import { ensurePackages } from './packages.mjs'
import { showProgress } from './progress.mjs'
import { hasDisplay, isRoot, projectDirectory } from './project.mjs'
import { runCommand, runNode } from './runCommand.mjs'
import { describeRuntime, findElectron } from './runtime/findElectron.mjs'
import { SetupProblem } from './SetupProblem.mjs'
import { ensureSystemPackages, VIRTUAL_DISPLAY, WINDOW_LIBRARIES } from './systemLibraries.mjs'

const SMOKE_TEST_LIMIT_MS = 60_000

/**
 * Packages the app for this system: installers, or with `--dir` only the folder they would install. On Linux that
 * folder's app is then started once. Installers are made from the official Electron only.
 * @param {string[]} args
 */
export async function packageApp(args) {
  const isFolderOnly = args.includes('--dir')
  await ensurePackages(projectDirectory)
  const electron = await findElectron({ isRelease: !isFolderOnly })
  console.log(describeRuntime(electron))
  await buildApp(projectDirectory)
  const output = join(projectDirectory, 'dist')
  const runtime = await copyRuntime(electron.directory, join(output, '.electron'))
  const finish = showProgress('Packaging')
  const result = await runNode(
    join(projectDirectory, 'node_modules', 'electron-builder', 'cli.js'),
    [
      'build',
      ...args,
      '--publish=never',
      '--config=electron-builder.yml',
      `--config.electronDist=${runtime}`,
      `--config.electronVersion=${electron.version}`,
    ],
    { cwd: projectDirectory },
  )
  await rm(runtime, { recursive: true, force: true })
  if (result.code !== 0) {
    finish('failed')
    throw new SetupProblem(`electron-builder failed:\n${lastLines(`${result.output}\n${result.errors}`)}`)
  }
  finish()
  if (process.platform === 'linux')
    await smokeTest(join(output, await unpackedFolder(output), 'common-ground'))
}

/**
 * Copies an Electron without any app in it: neither the loader of the stand-in nor the default app of the official one
 * belongs in a package.
 * @param {string} directory
 * @param {string} target is replaced
 */
async function copyRuntime(directory, target) {
  const apps = ['app', 'default_app.asar'].map((name) => join(directory, 'resources', name))
  await rm(target, { recursive: true, force: true })
  await cp(directory, target, {
    recursive: true,
    // The frameworks inside Electron.app are held together by relative links.
    verbatimSymlinks: true,
    filter: (source) => !apps.includes(source),
  })
  return target
}

/** @param {string} output */
async function unpackedFolder(output) {
  const folders = (await readdir(output)).filter((name) => /^linux(-\w+)?-unpacked$/.test(name))
  const folder = folders[0]
  if (folder) return folder
  throw new SetupProblem(`electron-builder left no unpacked app in ${output}.`)
}

/**
 * Starts the packaged app once. It answers COMMON_GROUND_SMOKE with one line when its first window has loaded.
 * @param {string} executable
 */
async function smokeTest(executable) {
  await ensureSystemPackages([...WINDOW_LIBRARIES, ...VIRTUAL_DISPLAY], 'starting the packaged app')
  const needsDisplay = !hasDisplay() && existsSync('/usr/bin/xvfb-run')
  const command = [
    ...(needsDisplay ? ['xvfb-run', '-a'] : []),
    executable,
    ...(isRoot ? ['--no-sandbox'] : []),
  ]
  const [program = '', ...args] = command
  const finish = showProgress('Starting the packaged app')
  const { output, errors, code } = await runCommand(program, args, {
    env: { ...process.env, COMMON_GROUND_SMOKE: '1' },
    limit: SMOKE_TEST_LIMIT_MS,
  })
  if (code === 0 && output.includes('smoke: ok')) return finish(`it opens (${executable})`)
  finish('failed')
  throw new SetupProblem(
    `The packaged app did not open its window (exit code ${code}):\n${lastLines(output + errors)}`,
  )
}

/** @param {string} text */
function lastLines(text) {
  return text.trim().split('\n').slice(-30).join('\n')
}
