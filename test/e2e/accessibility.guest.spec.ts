import { accessibilityTroubles } from '../support/accessibility'
import { expect, joinRoom, test } from '../support/guestRoom'

for (const language of ['en', 'ar'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: language === 'ar' ? 'ar' : 'en-GB' })

    test('the way in breaks no rule of accessibility', async ({ page, emptyRoom }) => {
      await page.goto(new URL('/', emptyRoom.url).href)
      await page.locator('.join-form [type="submit"]').click()
      expect(await accessibilityTroubles(page)).toEqual([])
    })

    test('no tab of the board breaks one', async ({ browser, room }) => {
      const page = await joinRoom(browser, room, { language })
      const tabs = page.getByRole('tab')
      for (let at = 0; at < (await tabs.count()); at++) {
        await tabs.nth(at).click()
        expect(await accessibilityTroubles(page), `tab ${at}`).toEqual([])
      }
    })

    test('no stage of the board breaks one', async ({ browser, room }) => {
      const page = await joinRoom(browser, room, { language })
      const stages = page.locator('.stage-step')
      for (let at = 0; at < (await stages.count()); at++) {
        await stages.nth(at).click()
        expect(await accessibilityTroubles(page), `stage ${at}`).toEqual([])
      }
    })

    test('neither a chosen card nor its details break one', async ({ browser, room }) => {
      const page = await joinRoom(browser, room, { language })
      await page.locator('#tab-outline').click()
      await page.locator('[role="treeitem"][aria-level="3"]').first().click()
      await page.locator('#tab-details').click()
      await expect(page.locator('.details')).toBeVisible()
      expect(await accessibilityTroubles(page)).toEqual([])
    })

    test('nor does an open story, in whichever language it was told', async ({ browser, room }) => {
      const page = await joinRoom(browser, room, { language })
      await page.locator('#tab-stories').click()
      for (const at of [0, 4, 5]) {
        await page.locator('.story-entry').nth(at).click()
        await expect(page.locator('.story-entry')).toHaveCount(0)
        expect(await accessibilityTroubles(page), `story ${at}`).toEqual([])
        await page.locator('.story-head button').first().click()
        await expect(page.locator('.story-entry').first()).toBeVisible()
      }
    })

    test('nor does the big screen, with the wall and with a scene', async ({ browser, room }) => {
      const screen = { ...room, url: room.url.replace('/#', '/?view=projector#') }
      const projector = await joinRoom(browser, screen, { language })
      expect(await accessibilityTroubles(projector), 'the wall').toEqual([])
      const page = await joinRoom(browser, room, { language })
      await page.locator('.stage-step').nth(5).click()
      await page.locator('.run-bar .button-primary').click()
      await expect(projector.locator('.prompter-words').first()).toBeVisible()
      expect(await accessibilityTroubles(projector), 'a line').toEqual([])
      expect(await accessibilityTroubles(page), 'the running scene').toEqual([])
      await page.keyboard.press('f')
      await expect(projector.locator('.prompter-frozen')).toBeVisible()
      expect(await accessibilityTroubles(projector), 'a freeze').toEqual([])
    })

    test('nor does the board on a phone', async ({ browser, room }) => {
      const page = await joinRoom(browser, room, { language })
      await page.setViewportSize({ width: 390, height: 844 })
      for (const at of [0, 1, 2]) {
        await page.locator('.phone-bar button').nth(at).click()
        expect(await accessibilityTroubles(page), `view ${at}`).toEqual([])
      }
    })
  })
}
