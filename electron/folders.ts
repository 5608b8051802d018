import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { app } from 'electron'

/** The app's own resources: samples, help, icons. */
export function resourcesFolder(): string {
  // A packaged app carries them beside the archive, where the hub and other programs can read them.
  const packaged = join(process.resourcesPath, 'resources')
  return existsSync(packaged) ? packaged : resolve(import.meta.dirname, '..', '..', 'resources')
}

/** Where new boards go: "Common Ground" in the person's documents, or the app's own folder where there are none. */
export function boardsFolder(): string {
  for (const parent of ['documents', 'userData'] as const) {
    try {
      const folder = join(app.getPath(parent), 'Common Ground')
      mkdirSync(folder, { recursive: true })
      return folder
    } catch {
      // No such folder on this machine, or not ours to write: the next one.
    }
  }
  return app.getPath('userData')
}

/** The built file of this name below out/. */
export function builtFile(...names: string[]): string {
  return resolve(import.meta.dirname, '..', ...names)
}
