import { existsSync } from 'node:fs'
import { type Browser, chromium } from '@playwright/test'
import { isRoot } from '../../electron/setup/project.mjs'

const DEBIAN_CHROMIUM = '/usr/bin/chromium'

/** Starts the browser of a guest. Whoever opens it closes it. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(existsSync(DEBIAN_CHROMIUM) ? { executablePath: DEBIAN_CHROMIUM } : { channel: 'chrome' }),
    args: isRoot ? ['--no-sandbox'] : [],
  })
}
