import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test'
import { GUEST_BROWSER } from '../support/browser'
import { servePages } from '../support/servePages'
import { type Benchmark, type Figure, median, percentile } from './benchmark'
import type { Frames } from './frame/contract'
import { nameOf, OPEN_LIMITS, PHASES, type PhaseName } from './frame/phases'
import { type Limit, sideBySide } from './frame/sideBySide'

/** The number of cards that the limits speak of. */
const BESIDE = 10_000

/** The cost of a frame on the wall and, beside it, on a bare canvas: mean ms of the main thread's work. */
export const bench: Benchmark = {
  async run({ full, report, tell }) {
    const figures: Figure[] = []
    const keep = (figure: Figure) => {
      figures.push(figure)
      report(figure)
    }
    const pages = await servePages('test/bench/frame', ['wall.html', 'bare.html'])
    const browser = await chromium.launch({
      ...GUEST_BROWSER,
      args: [...(GUEST_BROWSER.args ?? []), '--enable-precise-memory-info'],
    })
    try {
      for (const n of full ? [500, 2_000, BESIDE, 50_000] : [BESIDE])
        for (const name of ['wall', 'bare'] as const)
          await measurePage(browser, `${pages.url}/${name}.html`, { name, n, full, report: keep })
      tell(sideBySide(figures, BESIDE, limitOf))
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
  const runs = full ? 5 : 3
  for (const each of PHASES) {
    const { view, phase, ours, of } = each
    if (ours && name === 'bare') continue
    // A bare frame of everything takes a quarter of a second: fewer of them say as much.
    const frames = full ? 120 : name === 'bare' ? 24 : 60
    const costs: Cost[] = []
    for (let run = 0; run < runs; run++) {
      await page.evaluate((all) => (all ? window.__bench?.fit() : window.__bench?.zoom100()), view === 'fit')
      costs.push(await meter(phase, frames))
    }
    say(nameOf(each), median(costs.map((cost) => cost[of ?? 'main'])), 'ms/frame')
    if (!full) continue
    const what = nameOf(each).split(',')[0]
    say(`${what}, whole browser`, median(costs.map(({ all }) => all)), 'ms/frame')
    say(`${what}, frame p50`, median(costs.map(({ p50 }) => p50)), 'ms')
    say(`${what}, frame p95`, median(costs.map(({ p95 }) => p95)), 'ms')
  }
  for (const view of ['100', 'fit'] as const) {
    const opened: number[] = []
    for (let run = 0; run < runs; run++)
      opened.push(
        await page.evaluate(async ([count, wanted]) => (await window.__bench?.open(count, wanted))?.ms ?? 0, [
          n,
          view,
        ] as const),
      )
    say(openName(view), median(opened), 'ms')
  }
  say('heap', await heapOf(page), 'MB')
  await page.close()
}

const openName = (view: '100' | 'fit') => `open ${view === 'fit' ? 'all in view' : 'at 100 %'}`

function limitOf(name: string, bare: number | undefined): Limit | undefined {
  const limit = PHASES.find((phase) => nameOf(phase) === name)?.limit
  if (limit && 'ms' in limit) return { most: limit.ms, says: `at most ${limit.ms} ms` }
  if (limit && bare !== undefined)
    return { most: limit.timesBare * bare, says: `at most ${limit.timesBare}x the bare page` }
  for (const view of ['100', 'fit'] as const)
    if (name === openName(view)) return { most: OPEN_LIMITS[view], says: `at most ${OPEN_LIMITS[view]} ms` }
  return name === 'heap' ? { most: OPEN_LIMITS.heap, says: `at most ${OPEN_LIMITS.heap} MB` } : undefined
}

interface Cost {
  readonly main: number
  readonly script: number
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
    const main = await spent(tab, 'TaskDuration')
    const script = await spent(tab, 'ScriptDuration')
    const all = await processTime(whole)
    const ran = (await page.evaluate(([what, count]) => window.__bench?.[what](count), [
      phase,
      frames,
    ] as const)) as Frames
    return {
      script: ((await spent(tab, 'ScriptDuration')) - script) / ran.frames,
      main: ((await spent(tab, 'TaskDuration')) - main) / ran.frames,
      all: ((await processTime(whole)) - all) / ran.frames,
      p50: median(ran.intervals),
      p95: percentile(ran.intervals, 95),
    }
  }
}

/** ms of the main thread so far. */
async function spent(tab: CDPSession, what: 'TaskDuration' | 'ScriptDuration'): Promise<number> {
  const { metrics } = await tab.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === what)?.value ?? 0) * 1000
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
