import type { Page } from '@playwright/test'
import { expect, joinRoom, test } from '../support/guestRoom'
import { Hands } from '../support/hands'
import { expectBare, expectCardAt, onScreen, resizeWindow, writeAt } from '../support/wall'

const percent = (page: Page) => page.getByRole('group', { name: 'Zoom' }).locator('.zoom-percent')
const editor = (page: Page) => page.getByRole('textbox', { name: 'Words of the card' })

test('three people at one screen write, drag and draw at the same time', async ({ browser, emptyRoom }) => {
  const screen = await joinRoom(browser, emptyRoom, { name: 'The big screen', atTouchScreen: true })
  const bea = await joinRoom(browser, emptyRoom, { name: 'Bea' })
  const hands = await Hands.at(screen)
  await writeAt(screen, [500, -200], 'Held')
  await screen
    .getByRole('toolbar', { name: 'Tools' })
    .getByRole('button', { name: 'Pen', exact: true })
    .click()
  // A pen is at hand: from now on it draws and fingers move.
  await hands.pen('mouseMoved', await onScreen(screen, [100, 300]))
  await hands.doubleTap(1, await onScreen(screen, [-600, -300]))
  await expect(editor(screen)).toBeFocused()
  await screen.keyboard.type('Late ')

  await hands.pen('mousePressed', await onScreen(screen, [100, 300]))
  await hands.pull({ 2: await onScreen(screen, [560, -240]) }, await onScreen(screen, [560, -290]))
  await hands.pen('mouseMoved', await onScreen(screen, [180, 320]))
  await hands.move(2, await onScreen(screen, [560, -340]))
  await screen.keyboard.type('bus')
  await hands.pen('mouseMoved', await onScreen(screen, [240, 300]))
  await hands.move(2, await onScreen(screen, [660, -340]))
  await screen.keyboard.type('es')
  await hands.lift()
  await hands.pen('mouseReleased', await onScreen(screen, [240, 300]))

  await expect(editor(screen)).toBeFocused()
  await expect(editor(screen)).toHaveText('Late buses')
  await bea.getByRole('tab', { name: 'Outline' }).click()
  await expect(bea.getByRole('treeitem', { name: 'Late buses' })).toBeVisible()
  await bea.getByRole('button', { name: 'See the whole wall' }).click()
  await screen.keyboard.press('Escape')
  await screen.keyboard.press('Escape')
  await expectCardAt(screen, [600, -300], 'Held')
  await expectBare(screen, [420, -140])
})

test('two fingers of one hand pinch the bare wall; those of two people far apart do not', async ({
  browser,
  emptyRoom,
}) => {
  const screen = await joinRoom(browser, emptyRoom, { atTouchScreen: true })
  const hands = await Hands.at(screen)
  const at = (x: number) => onScreen(screen, [x, 100])
  await hands.pull({ 1: await at(-500), 2: await at(400) }, await at(500))
  await hands.lift()
  await expect(percent(screen)).toHaveText('100 %')
  await hands.pull({ 1: await at(-100), 2: await at(100) }, await at(200))
  await hands.lift()
  await expect(percent(screen)).not.toHaveText('100 %')
})

test('the palm beside a pen leaves no ink and moves no card', async ({ browser, emptyRoom }) => {
  const screen = await joinRoom(browser, emptyRoom, { atTouchScreen: true })
  const hands = await Hands.at(screen)
  await writeAt(screen, [200, 100], 'Stays')
  await hands.pen('mouseMoved', await onScreen(screen, [100, -100]))
  await hands.pull({ 1: await onScreen(screen, [200, 60]) }, await onScreen(screen, [300, 160]), 40)
  await hands.lift()
  await expectCardAt(screen, [100, 40], 'Stays')
})

test('on a phone a finger moves the view, and a card only after a tap chose it', async ({
  browser,
  emptyRoom,
}) => {
  const size = { width: 390, height: 844 }
  const phone = await joinRoom(browser, emptyRoom, { atTouchScreen: true })
  await phone.setViewportSize(size)
  await phone.locator('.phone-bar button').first().click()
  await resizeWindow(phone, size)
  const bea = await joinRoom(browser, emptyRoom, { name: 'Bea' })
  await writeAt(bea, [0, 0], 'Stays')
  await expectCardAt(phone, [0, 0], 'Stays')
  await phone.keyboard.press('Escape')
  const hands = await Hands.at(phone)
  await hands.pull({ 1: await onScreen(phone, [0, 0]) }, await onScreen(phone, [0, 80]))
  await hands.lift()
  await expectCardAt(phone, [0, 80], 'Stays')
  await hands.pull({ 1: await onScreen(phone, [0, 80]) }, await onScreen(phone, [60, 80]))
  await hands.lift()
  // The first pull would have brought it 80 lower too.
  await expectCardAt(bea, [140, -50], 'Stays')
})
