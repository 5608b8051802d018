import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { projectDirectory } from '../../electron/setup/project.mjs'
import { findElectron } from '../../electron/setup/runtime/findElectron.mjs'

/**
 * What Playwright puts before an Electron that it finds by itself: it holds the app back until Playwright
 * listens. Without it the first window may open while Playwright attaches, and `launch` never returns.
 */
const holdBack = join(
  dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
  'lib/server/electron/loader.js',
)

export interface LaunchOptions {
  /** Where the app keeps its settings and recent boards; a fresh folder, removed afterwards, when left out. */
  userData?: string
  /** Arguments of the app itself, such as a board file. */
  args?: string[]
  env?: Record<string, string>
  /** Another project than this one, for tests of the runtime itself. */
  project?: string
}

export interface LaunchedApp {
  app: ElectronApplication
  /** The first window, loaded. */
  window: Page
  userData: string
  /** Ends the app and removes what `launchApp` made. May be called again. */
  close: () => Promise<void>
}

/** Starts the built app as a person would, with nothing remembered from earlier runs, and waits for its window. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const project = options.project ?? projectDirectory
  const electron = await findElectron({ isOffline: true })
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'common-ground-user-')))
  const removeUserData = async () => {
    if (!options.userData) await rm(userData, { recursive: true, force: true, maxRetries: 5 })
  }
  let app: ElectronApplication | undefined
  try {
    app = await _electron.launch({
      executablePath: electron.executable,
      args: [`--user-data-dir=${userData}`, ...electron.args(project, holdBack), ...(options.args ?? [])],
      cwd: project,
      env: {
        ...inheritedEnvironment(),
        COMMON_GROUND_LOOPBACK: '1',
        ...electron.env(project, holdBack),
        ...options.env,
      },
    })
    const started = app
    await keepDocumentsIn(started, userData)
    const window = await started.firstWindow()
    await window.waitForLoadState('domcontentloaded')
    const close = async () => {
      await started.close()
      await removeUserData()
    }
    return { app, window, userData, close }
  } catch (error) {
    await app?.close()
    await removeUserData()
    throw error
  }
}

/** New boards go where the rest of this run goes, and not into the documents of whoever runs the tests. */
async function keepDocumentsIn(started: ElectronApplication, userData: string): Promise<void> {
  const documents = join(userData, 'Documents')
  await mkdir(documents, { recursive: true })
  await started.evaluate(({ app }, folder) => app.setPath('documents', folder), documents)
}

function inheritedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
