import { expect, joinRoom, test } from '../support/guestRoom'
import { focusWith } from '../support/moments'

test('the link brings the code, and a name and a side let a guest in', async ({ browser, emptyRoom }) => {
  const page = await joinRoom(browser, emptyRoom, { name: 'Farid', side: 'resident' })
  await page.getByRole('tab', { name: 'People' }).click()
  await expect(page.getByRole('tabpanel')).toContainText('Farid (you)')
  await expect(page.getByRole('tabpanel')).toContainText('Resident')
})

test('a phone shows all that joining asks for without scrolling', async ({ browser, emptyRoom }) => {
  // What the browser's own bars leave of 844.
  const viewport = { width: 390, height: 664 }
  for (const locale of ['en-GB', 'ar']) {
    const page = await browser.newPage({ locale, viewport })
    await page.goto(emptyRoom.url)
    const button = page.locator('.join-form [type="submit"]')
    await expect(button).toBeVisible()
    // Other letters than the page's own take other room.
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    const join = await button.boundingBox()
    expect((join?.y ?? 0) + (join?.height ?? 0)).toBeLessThanOrEqual(viewport.height)
    await page.close()
  }
})

test('a code may be typed with spaces and small letters', async ({ page, emptyRoom }) => {
  await page.goto(new URL('/', emptyRoom.url).href)
  const code = emptyRoom.code.toLowerCase()
  await page.getByLabel('Room code').fill(`${code.slice(0, 3)} ${code.slice(3)}`)
  await page.getByRole('button', { name: 'Join' }).click()
  await expect(page.getByRole('navigation', { name: 'Stages of the workshop' })).toBeVisible()
})

test('a missing and a wrong code each get a sentence at the field', async ({ page, emptyRoom }) => {
  await page.goto(new URL('/', emptyRoom.url).href)
  const code = page.getByLabel('Room code')
  await page.getByRole('button', { name: 'Join' }).click()
  await expect(code).toHaveAccessibleDescription('Write the code that is on the projector.')
  await expect(code).toBeFocused()
  await code.fill('ZZZZZZ')
  const focus = await focusWith(page, '[aria-invalid]')
  await page.getByRole('button', { name: 'Join' }).click()
  expect(await focus()).toBe('Room code')
  await expect(code).toHaveAccessibleDescription(
    'No room here has this code. Check it against the projector.',
  )
  await expect(code).toHaveValue('ZZZZZZ')
})

test('where pages come through and no live connection does, that is said, and it goes on by itself', async ({
  page,
  emptyRoom,
}) => {
  let isBlocked = true
  await page.routeWebSocket(/\/sync$/, (socket) => {
    if (isBlocked) socket.close()
    else socket.connectToServer()
  })
  await page.goto(emptyRoom.url)
  await page.getByRole('button', { name: 'Join' }).click()
  await expect(page.getByText('The room does not answer.')).toBeVisible()
  await expect(page.getByText('This page came through')).toBeVisible()
  isBlocked = false
  await expect(page.getByRole('navigation', { name: 'Stages of the workshop' })).toBeVisible({
    timeout: 20_000,
  })
})

test('a name of ten thousand letters gets a sentence and loses nothing else', async ({ page, emptyRoom }) => {
  await page.goto(emptyRoom.url)
  const name = page.getByLabel('Your name')
  await name.fill('a'.repeat(10_000))
  await page.getByRole('button', { name: 'Join' }).click()
  await expect(name).toHaveAccessibleDescription('This name is too long. Use at most 60 letters.')
  await name.fill('   ')
  await page.getByRole('button', { name: 'Join' }).click()
  await page.getByRole('tab', { name: 'People' }).click()
  await expect(page.getByRole('tabpanel')).toContainText('Anonymous (you)')
})

test('a reloaded page brings the same person back', async ({ browser, emptyRoom }) => {
  const page = await joinRoom(browser, emptyRoom, { name: 'Hala', side: 'resident' })
  await page.reload()
  await expect(page.getByText('You were here before as Hala.')).toBeVisible()
  await page.getByRole('button', { name: 'Come back in' }).click()
  await page.getByRole('tab', { name: 'People' }).click()
  await expect(page.getByRole('tabpanel')).toContainText('One person is here')
  await expect(page.getByRole('tabpanel')).toContainText('Hala (you)')
})

test('whoever leaves is not known on this device any more, unless they asked for it', async ({
  browser,
  emptyRoom,
}) => {
  const page = await joinRoom(browser, emptyRoom, { name: 'Hala', side: 'resident' })
  const leave = page.getByRole('button', { name: 'Leave the room' })
  await leave.click()
  await expect(page.getByLabel('Your name')).toHaveValue('')
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('Hala')

  await page.getByLabel('Room code').fill(emptyRoom.code)
  await page.getByLabel('Your name').fill('Hala')
  await page.getByText('More choices').click()
  await page.getByRole('checkbox', { name: 'Remember me on this device' }).check()
  await page.getByRole('button', { name: 'Join' }).click()
  await leave.click()
  await expect(page.getByText('You were here before as Hala.')).toBeVisible()
})

test('whoever only watches sees the room and is offered nothing to change', async ({
  browser,
  emptyRoom,
}) => {
  const host = await joinRoom(browser, emptyRoom, { name: 'Amina' })
  const page = await browser.newPage({ locale: 'en-GB' })
  await page.goto(emptyRoom.url)
  await page.getByLabel('Your name').fill('Hala')
  await page.getByText('More choices').click()
  await page.getByRole('checkbox', { name: 'I only want to watch' }).check()
  await page.getByRole('button', { name: 'Join' }).click()
  await expect(page.getByText('You are watching.', { exact: false })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Card', exact: true })).toHaveCount(0)
  await host.getByRole('tab', { name: 'People' }).click()
  await expect(host.getByRole('tabpanel')).toContainText('is watching')
  await page.reload()
  await page.getByRole('button', { name: 'Come back in' }).click()
  await expect(page.getByText('You are watching.', { exact: false })).toBeVisible()
})

test('people see each other come and go', async ({ browser, emptyRoom }) => {
  const first = await joinRoom(browser, emptyRoom, { name: 'Amina' })
  const second = await joinRoom(browser, emptyRoom, { name: 'Farid', side: 'resident' })
  await expect(first.getByRole('button', { name: '2 people are here' })).toBeVisible()
  await second.context().close()
  await expect(first.getByRole('button', { name: 'One person is here' })).toBeVisible()
})

test('a browser that prefers Arabic gets the whole page in Arabic, mirrored', async ({
  browser,
  emptyRoom,
}) => {
  const page = await joinRoom(browser, emptyRoom, { language: 'ar' })
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.getByRole('tab', { name: 'القائمة' })).toBeVisible()
})
