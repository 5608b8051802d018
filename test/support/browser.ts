import { existsSync } from 'node:fs'
import { type Browser, chromium, type LaunchOptions } from '@playwright/test'
import { isRoot } from '../../electron/setup/project.mjs'

const DEBIAN_CHROMIUM = '/usr/bin/chromium'

/**
 * What the browser has no use for here. The last list that Chromium is given is the one that counts, so those which
 * Playwright turns off are named again. The lists of the address bar, which are pages of their own behind every new
 * window, took a quarter of the time in which a guest comes in.
 */
const FEATURES_OFF = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
]

/** The browser of a guest: Debian's Chromium where there is one. One that looks for updates only adds noise. */
export const GUEST_BROWSER: LaunchOptions = {
  ...(existsSync(DEBIAN_CHROMIUM) ? { executablePath: DEBIAN_CHROMIUM } : { channel: 'chrome' }),
  args: [
    ...(isRoot ? ['--no-sandbox'] : []),
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    `--disable-features=${FEATURES_OFF.join()}`,
  ],
}

/** Starts the browser of a guest. Whoever opens it closes it. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch(GUEST_BROWSER)
}
