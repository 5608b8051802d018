import type { Locator, Page } from '@playwright/test'
import { expect, joinRoom, test } from '../support/guestRoom'
import { pngOf } from '../support/pictures'

const wallOf = (page: Page): Locator => page.locator('.wall')

/** Drops files on the wall, as from a folder beside the window. */
async function drop(page: Page, files: readonly { name: string; type: string; bytes: Uint8Array }[]) {
  const data = await page.evaluateHandle(
    (all) => {
      const transfer = new DataTransfer()
      for (const { name, type, bytes } of all)
        transfer.items.add(new File([new Uint8Array(bytes)], name, { type }))
      return transfer
    },
    files.map((file) => ({ ...file, bytes: [...file.bytes] })),
  )
  const box = await wallOf(page).boundingBox()
  const at = { clientX: (box?.x ?? 0) + 400, clientY: (box?.y ?? 0) + 300 }
  await wallOf(page).dispatchEvent('dragover', { dataTransfer: data, ...at })
  await expect(page.locator('.bring-drop')).toBeVisible()
  await wallOf(page).dispatchEvent('drop', { dataTransfer: data, ...at })
  await expect(page.locator('.bring-drop')).toBeHidden()
}

/** How many points of the wall have just this colour. */
const pointsOf = (page: Page, [red, green, blue]: readonly [number, number, number]) =>
  page.evaluate(
    ([r, g, b]) => {
      const canvas = document.querySelector<HTMLCanvasElement>('.wall canvas')
      const context = canvas?.getContext('2d')
      if (!canvas || !context) return 0
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
      let points = 0
      for (let at = 0; at < data.length; at += 4) {
        const near = (value: number | undefined, wanted: number) => Math.abs((value ?? 0) - wanted) < 12
        if (near(data[at], r) && near(data[at + 1], g) && near(data[at + 2], b)) points++
      }
      return points
    },
    [red, green, blue] as const,
  )

test('a picture that one guest drops is seen by another, and a drawing made of code is not taken', async ({
  browser,
  emptyRoom,
}) => {
  const amal = await joinRoom(browser, emptyRoom, { name: 'Amal' })
  const sam = await joinRoom(browser, emptyRoom, { name: 'Sam' })
  await drop(amal, [
    { name: 'ramp.png', type: 'image/png', bytes: pngOf(320, 240, { colour: [12, 140, 60] }) },
    { name: 'door.png', type: 'image/png', bytes: pngOf(200, 300, { colour: [12, 140, 60] }) },
    {
      name: 'logo.svg',
      type: 'image/svg+xml',
      bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    },
  ])
  await expect(amal.locator('.notice', { hasText: 'logo.svg cannot be put on the wall' })).toBeVisible()
  await amal.getByRole('tab', { name: 'Outline' }).click()
  await expect(amal.locator('.outline-kind', { hasText: 'Picture' })).toHaveCount(2)
  await expect.poll(() => pointsOf(amal, [12, 140, 60])).toBeGreaterThan(20_000)
  // What has not arrived cannot be brought into view.
  await sam.getByRole('tab', { name: 'Outline' }).click()
  await expect(sam.locator('.outline-kind', { hasText: 'Picture' })).toHaveCount(2)
  await sam
    .getByRole('button', { name: /See the whole wall|100 %/ })
    .first()
    .click()
  await expect.poll(() => pointsOf(sam, [12, 140, 60])).toBeGreaterThan(20_000)
})

test('what only calls itself a picture is refused with a reason', async ({ browser, emptyRoom }) => {
  const amal = await joinRoom(browser, emptyRoom, { name: 'Amal' })
  await drop(amal, [{ name: 'fake.png', type: 'image/png', bytes: Buffer.from('<!doctype html>') }])
  await expect(amal.locator('.notice-failure')).toContainText('not a picture that we can show')
  await expect(amal.locator('.outline-kind', { hasText: 'Picture' })).toHaveCount(0)
})

test('on a phone a drawing is photographed and put on the wall', async ({ browser, emptyRoom }) => {
  const amal = await joinRoom(browser, emptyRoom, { name: 'Amal' })
  await amal.setViewportSize({ width: 390, height: 844 })
  await amal.locator('.phone-bar').getByRole('button', { name: 'Write' }).click()
  const chooser = amal.waitForEvent('filechooser')
  await amal.getByRole('button', { name: 'Photograph a drawing' }).click()
  await (await chooser).setFiles({
    name: 'IMG_0001.png',
    mimeType: 'image/png',
    buffer: Buffer.from(pngOf(300, 400, { colour: [12, 140, 60] })),
  })
  await amal.locator('.phone-bar').getByRole('button', { name: 'Wall' }).click()
  await expect.poll(() => pointsOf(amal, [12, 140, 60])).toBeGreaterThan(5_000)
})
