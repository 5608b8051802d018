import { existsSync } from 'node:fs'
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test'
import { type Benchmark, type Figure, median, percentile } from './benchmark'
import type { Frames } from './frame/contract'
import { servePages } from './frame/servePages'

const DEBIAN_CHROMIUM = '/usr/bin/chromium'

type PhaseName = 'pan' | 'zoom' | 'dragOne' | 'drag500' | 'type' | 'crowd'

interface Phase {
  readonly view: 'fit' | '100'
  readonly phase: PhaseName
  /** Only the product has it. */
  readonly ours?: boolean
}

const PHASES: readonly Phase[] = [
  { view: 'fit', phase: 'pan' },
  { view: 'fit', phase: 'zoom' },
  { view: 'fit', phase: 'dragOne', ours: true },
  { view: 'fit', phase: 'drag500', ours: true },
  { view: 'fit', phase: 'crowd', ours: true },
  { view: '100', phase: 'pan' },
  { view: '100', phase: 'dragOne' },
  { view: '100', phase: 'drag500', ours: true },
  { view: '100', phase: 'type', ours: true },
  { view: '100', phase: 'crowd', ours: true },
]

/** The cost of a frame on the wall and, beside it, on a bare canvas: mean ms of the main thread's work. */
export const bench: Benchmark = {
  async run({ full, report }) {
    const pages = await servePages()
    const browser = await chromium.launch({
      ...(existsSync(DEBIAN_CHROMIUM) ? { executablePath: DEBIAN_CHROMIUM } : { channel: 'chromium' }),
      args: ['--no-sandbox', '--enable-precise-memory-info'],
    })
    try {
      for (const n of full ? [500, 2_000, 10_000, 50_000] : [10_000])
        for (const name of ['wall', 'bare'] as const)
          await measurePage(browser, `${pages.url}/${name}.html`, { name, n, full, report })
    } finally {
      await browser.close()
      pages.stop()
    }
  },
}

interface Run {
  readonly name: 'wall' | 'bare'
  readonly n: number
  readonly full: boolean
  readonly report: (figure: Figure) => void
}

async function measurePage(browser: Browser, url: string, { name, n, full, report }: Run): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 }, deviceScaleFactor: 1 })
  page.setDefaultTimeout(180_000)
  const meter = await createMeter(browser, page)
  await page.goto(url)
  await page.evaluate(() => window.__bench?.ready)
  await page.evaluate((count) => window.__bench?.load(count), n)
  const say = (what: string, value: number, unit: string) =>
    report({ name: `${name}: ${what}`, n, value, unit })
  const runs = full ? 5 : 1
  for (const { view, phase, ours } of PHASES) {
    if (ours && name === 'bare') continue
    // A bare frame of everything takes a quarter of a second: fewer of them say as much.
    const frames = full ? 120 : name === 'bare' ? 24 : 60
    const costs: Cost[] = []
    for (let run = 0; run < runs; run++) {
      await page.evaluate((all) => (all ? window.__bench?.fit() : window.__bench?.zoom100()), view === 'fit')
      costs.push(await meter(phase, frames))
    }
    const what = `${phase} ${phase === 'zoom' ? 'fit to 150 %' : view === 'fit' ? 'all in view' : 'at 100 %'}`
    say(`${what}, main thread`, median(costs.map(({ main }) => main)), 'ms/frame')
    if (!full) continue
    say(`${what}, whole browser`, median(costs.map(({ all }) => all)), 'ms/frame')
    say(`${what}, frame p50`, median(costs.map(({ p50 }) => p50)), 'ms')
    say(`${what}, frame p95`, median(costs.map(({ p95 }) => p95)), 'ms')
  }
  for (const view of ['100', 'fit'] as const) {
    const opened: number[] = []
    for (let run = 0; run < (full ? 3 : 1); run++)
      opened.push(
        await page.evaluate(async ([count, wanted]) => (await window.__bench?.open(count, wanted))?.ms ?? 0, [
          n,
          view,
        ] as const),
      )
    say(`open ${view === 'fit' ? 'all in view' : 'at 100 %'}`, median(opened), 'ms')
  }
  say('heap', await heapOf(page), 'MB')
  await page.close()
}

interface Cost {
  readonly main: number
  readonly all: number
  readonly p50: number
  readonly p95: number
}

/** Runs a phase and says what a frame of it cost. */
async function createMeter(browser: Browser, page: Page) {
  const tab = await page.context().newCDPSession(page)
  const whole = await browser.newBrowserCDPSession()
  await tab.send('Performance.enable')
  return async (phase: PhaseName, frames: number): Promise<Cost> => {
    const main = await taskTime(tab)
    const all = await processTime(whole)
    const ran = (await page.evaluate(([what, count]) => window.__bench?.[what](count), [
      phase,
      frames,
    ] as const)) as Frames
    return {
      main: ((await taskTime(tab)) - main) / ran.frames,
      all: ((await processTime(whole)) - all) / ran.frames,
      p50: median(ran.intervals),
      p95: percentile(ran.intervals, 95),
    }
  }
}

async function taskTime(tab: CDPSession): Promise<number> {
  const { metrics } = await tab.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}

async function processTime(whole: CDPSession): Promise<number> {
  const { processInfo } = await whole.send('SystemInfo.getProcessInfo')
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0) * 1000
}

async function heapOf(page: Page): Promise<number> {
  const tab = await page.context().newCDPSession(page)
  await tab.send('HeapProfiler.collectGarbage')
  const { usedSize } = await tab.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}
