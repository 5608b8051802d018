import { fileURLToPath } from 'node:url'

/** The folder that holds package.json, without a trailing separator. */
export const projectDirectory = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '')

/** True when this process may write everywhere. Chromium refuses its sandbox then. */
export const isRoot = process.getuid?.() === 0

/**
 * True when a window can be opened here.
 * @param {NodeJS.ProcessEnv} [environment]
 * @param {NodeJS.Platform} [platform]
 */
export function hasDisplay(environment = process.env, platform = process.platform) {
  if (platform !== 'linux') return true
  return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY)
}
