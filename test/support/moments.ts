import type { Page } from '@playwright/test'

/** A key as the page gets it. */
export interface PressedKey {
  readonly code: string
  readonly key: string
  readonly ctrlKey?: boolean
}

/**
 * Presses keys on what `selector` leads to in the very moment in which it leads there: before that is painted, and
 * before anything that follows the painting.
 */
export async function pressWith(page: Page, selector: string, ...keys: PressedKey[]): Promise<void> {
  await page.evaluate(
    ([wanted, pressed]) => {
      const watch = new MutationObserver(() => {
        const found = document.querySelector(wanted)
        if (!found) return
        watch.disconnect()
        for (const key of pressed)
          found.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }))
      })
      watch.observe(document.body, { attributes: true, childList: true, subtree: true })
    },
    [selector, keys] as const,
  )
}

/** What has the focus in the very moment in which `selector` leads to something, or no longer does; asked for later. */
export async function focusWith(
  page: Page,
  selector: string,
  is: 'there' | 'gone' = 'there',
): Promise<() => Promise<string>> {
  const moment = await page.evaluateHandle(
    ([wanted, isGone]) => {
      const focus = new Promise<string>((answer) => {
        const watch = new MutationObserver(() => {
          if ((document.querySelector(wanted) === null) !== isGone) return
          watch.disconnect()
          const { activeElement: element } = document
          const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null
          answer(label ?? element?.getAttribute('aria-label') ?? element?.textContent ?? '')
        })
        watch.observe(document.body, { attributes: true, childList: true, subtree: true })
      })
      return { focus }
    },
    [selector, is === 'gone'] as const,
  )
  return () => moment.evaluate(({ focus }) => focus)
}
