import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

const axeScript = createRequire(import.meta.url).resolve('axe-core')

/** The accessibility rules that a page breaks, each with the elements; none when all is well. */
export async function accessibilityTroubles(page: Page): Promise<string[]> {
  // Evaluated rather than added as a script: the page's own rules rightly refuse inline scripts.
  await page.evaluate(await readFile(axeScript, 'utf8'))
  // Colours are judged at rest: half-way through a change they mean nothing.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((motion) => motion.finished)))
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>
      }
    }
    const { violations } = await axe.run()
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} — ${failureSummary ?? ''}`),
    )
  })
}
