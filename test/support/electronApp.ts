import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { projectDirectory } from '../../electron/setup/project.mjs'
import { findElectron } from '../../electron/setup/runtime/findElectron.mjs'
import { keepWhatIsSeen } from './seen'

const running = new Set<ElectronApplication>()

/** The apps that were launched and not closed. */
export const appsThatRun = (): readonly ElectronApplication[] => [...running]

const holdBack = join(import.meta.dirname, 'holdBack.cjs')

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
  const documents = join(userData, 'Documents')
  await mkdir(documents, { recursive: true })
  let app: ElectronApplication | undefined
  try {
    app = await _electron.launch({
      executablePath: electron.executable,
      args: [`--user-data-dir=${userData}`, ...electron.args(project, holdBack), ...(options.args ?? [])],
      cwd: project,
      env: {
        ...inheritedEnvironment(),
        COMMON_GROUND_LOOPBACK: '1',
        TEST_DOCUMENTS: documents,
        ...electron.env(project, holdBack),
        ...options.env,
      },
    })
    const started = app
    running.add(started)
    started.once('close', () => running.delete(started))
    const window = await started.firstWindow()
    await window.waitForLoadState('domcontentloaded')
    const close = async () => {
      await keepWhatIsSeen(started.windows())
      for (const window of started.windows()) leaveRoomOpen(window)
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

/** Answers, should it come, the question of who closes a window while people are in its room: many tests end so. */
function leaveRoomOpen(window: Page): void {
  const answer = window.getByRole('button', { name: /^(Leave without closing|المغادرة دون إغلاق)$/ })
  // Mostly the window goes without a question.
  answer.click({ timeout: 0 }).catch(() => {})
}

function inheritedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
