import { expect, type Page, test } from '@playwright/test'
import { type LaunchedApp, launchApp } from '../support/electronApp'

let launched: LaunchedApp
let projector: Page
test.beforeEach(async () => {
  launched = await launchApp()
  const { app, window } = launched
  await window.getByRole('button', { name: 'Open the sample workshop' }).click()
  const opened = app.waitForEvent('window')
  await window.getByRole('button', { name: 'Present', exact: true }).click()
  projector = await opened
  await projector.getByRole('main').waitFor()
})
test.afterEach(() => launched.close())

test('the projector shows the wall with nothing to press', async () => {
  await expect(projector.getByRole('main', { name: 'The wall for the room' })).toBeVisible()
  expect(await projector.getByRole('button').count()).toBe(0)
})

test('presenting twice brings the same window to the front', async () => {
  await launched.window.getByRole('button', { name: 'Present', exact: true }).click()
  await expect(projector.getByRole('main')).toBeVisible()
  expect(launched.app.windows()).toHaveLength(2)
})

test('the present line of a scene is there in both languages, and goes on with the facilitator', async () => {
  const { window } = launched
  await window.getByRole('button', { name: /^Rehearse/ }).click()
  await window.getByRole('button', { name: 'Run the scene' }).click()
  await expect(projector.getByText('Hala stands just inside the door and reads the notices.')).toBeVisible()
  await expect(projector.getByText('هالة واقفة عند الباب من جوّا')).toBeVisible()
  await window.getByRole('button', { name: 'Next line' }).click()
  await expect(projector.getByText('صباح الخير.').first()).toBeVisible()
})

test('the projector goes when the board is closed', async () => {
  const gone = projector.waitForEvent('close')
  await launched.window.getByRole('button', { name: 'Home' }).click()
  await gone
  expect(launched.app.windows()).toHaveLength(1)
})

test('the projector may look and not write', async () => {
  const refused = await projector.evaluate(async () => {
    const { call } = (
      window as unknown as { commonGround: { call: (name: string, request: unknown) => Promise<unknown> } }
    ).commonGround
    return call('openRoom', { path: '/any.ground' })
  })
  expect(refused).toMatchObject({ ok: false, failure: { code: 'missing' } })
})
