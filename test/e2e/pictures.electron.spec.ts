import { expect, type Page } from '@playwright/test'
import { launchApp } from '../support/electronApp'
import { pngOf } from '../support/pictures'
import { test } from '../support/test'

const COLOUR = [12, 140, 60] as const

async function dropPicture(page: Page) {
  const data = await page.evaluateHandle(
    (bytes) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(bytes)], 'ramp.png', { type: 'image/png' }))
      return transfer
    },
    [...pngOf(320, 240, { colour: COLOUR })],
  )
  const box = await page.locator('.wall').boundingBox()
  const at = { clientX: (box?.x ?? 0) + 300, clientY: (box?.y ?? 0) + 200 }
  await page.locator('.wall').dispatchEvent('dragover', { dataTransfer: data, ...at })
  await page.locator('.wall').dispatchEvent('drop', { dataTransfer: data, ...at })
}

const greenPoints = (page: Page) =>
  page.evaluate(([r, g, b]) => {
    const canvas = document.querySelector<HTMLCanvasElement>('.wall canvas')
    const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    let points = 0
    for (let at = 0; at < data.length; at += 4)
      if (data[at] === r && data[at + 1] === g && data[at + 2] === b) points++
    return points
  }, COLOUR)

test('in the app a picture comes from the board’s file, and a link opens in the person’s own browser', async () => {
  const { app, window: page, close } = await launchApp()
  try {
    await page.getByRole('button', { name: 'Open the sample workshop' }).click()
    await expect(page.locator('.wall')).toBeVisible()
    await dropPicture(page)
    await expect.poll(() => greenPoints(page)).toBeGreaterThan(2_000)
    await app.evaluate(({ shell }) => {
      const opened: string[] = []
      Object.assign(globalThis, { openedLinks: opened })
      shell.openExternal = async (address) => void opened.push(address)
    })
    await page.locator('.wall').focus()
    await page.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', 'https://fernley.example/plan')
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(event)
    })
    await page.getByRole('tab', { name: 'Details' }).click()
    await page.getByRole('button', { name: 'Open in the browser' }).click()
    const opened = () => app.evaluate(() => (globalThis as { openedLinks?: string[] }).openedLinks)
    await expect.poll(opened).toEqual(['https://fernley.example/plan'])
  } finally {
    await close()
  }
})
