import { homedir } from 'node:os'
import { join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The app's own folder of whoever runs this program, as Electron places it: hosting with a window or without, this is
 * one computer to others.
 */
export function ownFolder(
  system: NodeJS.Platform = process.platform,
  environment: Environment = process.env,
  home: string = homedir(),
): string {
  return join(settingsFolder(system, environment, home), 'Common Ground')
}

function settingsFolder(system: NodeJS.Platform, environment: Environment, home: string): string {
  if (system === 'darwin') return join(home, 'Library', 'Application Support')
  if (system === 'win32') return environment.APPDATA || join(home, 'AppData', 'Roaming')
  return environment.XDG_CONFIG_HOME || join(home, '.config')
}
