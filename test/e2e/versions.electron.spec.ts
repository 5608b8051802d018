import type { Locator, Page } from '@playwright/test'
import type { Point } from '#shared/cards/box'
import { accessibilityTroubles } from '../support/accessibility'
import { clickWall, drag, expectBare, expectCardAt, wallOf, writeAt } from '../support/wall'
import { expect, openStage, openTab, test } from '../support/workshop'

const BENCH = 'The bench was taken away.'
const LAMP = 'The lamp is dark.'
const LATE = 'The bus comes late.'
const HIGH: Point = [-220, -140]
const LOW: Point = [180, 170]

const page = (window: Page): Locator => window.getByRole('main', { name: 'Versions' })
const versionNamed = (window: Page, name: string | RegExp): Locator =>
  window.getByRole('navigation', { name: 'Kept versions' }).getByRole('button', { name })
const row = (window: Page, words: string): Locator => window.getByRole('treeitem', { name: words })

async function openVersions(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Versions', exact: true }).click()
  await expect(page(window)).toBeVisible()
}

async function keepVersion(window: Page, name: string): Promise<void> {
  await window.getByLabel('Name of the version').fill(name)
  await window.keyboard.press('Enter')
  await expect(versionNamed(window, new RegExp(`^${name}`))).toHaveAttribute('aria-current', 'true')
}

test('a version is seen beside the wall, cards are copied out of it, and the board is put back to it and forward again, before a guest’s eyes', async ({
  workshop: { window, guest, reopen },
}) => {
  const both = [window, guest]
  for (const each of both) await openTab(each, 'Outline')
  await writeAt(window, HIGH, BENCH)
  await writeAt(window, LOW, LAMP)
  await openVersions(window)
  await keepVersion(window, 'Before the break')
  await expect(page(window).getByRole('status')).toHaveText('The wall looks the same now.')
  await window.getByRole('button', { name: 'Back to the wall' }).click()

  await clickWall(window, HIGH)
  await window.keyboard.press('Delete')
  await drag(window, LOW, [LOW[0] + 60, LOW[1]])
  await writeAt(window, [-220, 170], LATE)
  for (const each of both) await expect(row(each, LATE)).toBeVisible()
  await expect(row(guest, BENCH)).toHaveCount(0)

  await openVersions(window)
  await expect(page(window).getByRole('status')).toHaveText('Since then 1 card came, 1 went and 1 changed.')
  const past = window.getByRole('application', { name: 'The wall as it was' })
  await past.focus()
  // The first arrow begins at the card nearest to the middle.
  await window.keyboard.press('ArrowUp')
  await window.keyboard.press('ArrowUp')
  await expect(past.locator('[aria-live]')).toHaveText(`Selected: ${BENCH}`)
  await window.getByRole('button', { name: 'Copy 1 card to the wall now' }).click()
  await expect(row(guest, BENCH)).toBeVisible()
  await expectCardAt(guest, HIGH, BENCH)
  await expect(
    window.getByRole('application', { name: 'The wall as it is now' }).locator('[aria-live]'),
  ).toHaveText(`Selected: ${BENCH}`)
  await window.keyboard.press('Control+z')
  await expect(row(guest, BENCH)).toHaveCount(0)

  await window.getByRole('button', { name: 'Put the board back to this version' }).click()
  const question = window.getByRole('dialog', { name: 'Put the whole board back?' })
  await expect(question).toContainText('On the wall 1 card comes back, 1 goes and 1 changes.')
  await question.getByRole('button', { name: 'Put it back' }).click()
  await expect(window.getByText('The board is as it was: Before the break.')).toBeVisible()
  for (const each of both) {
    await openTab(each, 'Outline')
    await expect(row(each, BENCH)).toBeVisible()
    await expect(row(each, LATE)).toHaveCount(0)
    await expectCardAt(each, HIGH, BENCH)
    await expectCardAt(each, [LOW[0] - 110, LOW[1]], LAMP)
    await expectBare(each, [LOW[0] + 150, LOW[1]])
  }

  // The guest writes on, and undoing the restore takes nothing of that away.
  await writeAt(guest, [180, -140], 'Written meanwhile')
  await expect(row(window, 'Written meanwhile')).toBeVisible()
  await wallOf(window).focus()
  await window.keyboard.press('Control+z')
  for (const each of both) {
    await expect(row(each, LATE)).toBeVisible()
    await expect(row(each, BENCH)).toHaveCount(0)
    await expect(row(each, 'Written meanwhile')).toBeVisible()
  }

  const again = await reopen()
  await openVersions(again)
  await expect(versionNamed(again, /^Before the board was put back/)).toBeVisible()
  await versionNamed(again, /^Before the break/).click()
  await expect(page(again).getByRole('heading', { name: 'Before the break' })).toBeVisible()
  await expect(page(again).getByRole('status')).toHaveText('Since then 2 cards came, 1 went and 1 changed.')
})

test('the end of a stage is kept by itself, and everything can be done with the keyboard and by ear', async ({
  workshop: { app, window, guest },
}) => {
  await writeAt(window, HIGH, BENCH)
  await writeAt(window, LOW, LAMP)
  await openStage(window, 'Insights')
  await openTab(guest, 'Outline')
  await clickWall(window, HIGH)
  await window.keyboard.press('Delete')
  await expect(row(guest, BENCH)).toHaveCount(0)

  // The menu leads there too.
  await app.evaluate(({ Menu }) => {
    const item = Menu.getApplicationMenu()
      ?.items.flatMap(({ submenu }) => submenu?.items ?? [])
      .find(({ label }) => label === 'Versions…')
    item?.click()
  })
  await expect(window.getByRole('button', { name: 'Back to the wall' })).toBeFocused()
  const ended = versionNamed(window, /^The stage “Stories” ended .* 2 cards$/)
  await ended.focus()
  await window.keyboard.press('Enter')
  await window.getByRole('radio', { name: 'List' }).press('Space')
  const gone = window.getByRole('region', { name: 'Not on the wall now: 1' })
  await gone.getByRole('checkbox', { name: BENCH }).press('Space')
  await window.getByRole('button', { name: 'Copy 1 card to the wall now' }).press('Enter')
  await expect(row(guest, BENCH)).toBeVisible()

  await window.getByRole('button', { name: /^What to do with The stage/ }).press('Enter')
  await expect(window.getByRole('menuitem', { name: 'Name and keep' })).toBeFocused()
  await window.keyboard.press('Enter')
  const naming = window.getByRole('dialog', { name: 'Rename the version' })
  await naming.getByRole('button', { name: 'Name and keep' }).press('Enter')
  await expect(naming.getByText('Give the version a name, so that you find it again.')).toBeVisible()
  await naming.getByLabel('Name of the version').fill('All stories read')
  await window.keyboard.press('Enter')
  await expect(versionNamed(window, /^All stories read/)).toBeVisible()
  await expect(ended).toHaveCount(0)

  await window.getByRole('button', { name: 'What to do with All stories read' }).press('Enter')
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  const removing = window.getByRole('dialog', { name: 'Remove this version?' })
  await removing.getByRole('button', { name: 'Remove', exact: true }).press('Enter')
  await expect(versionNamed(window, /^All stories read/)).toHaveCount(0)
  await expect(page(window)).toContainText('No version is kept yet.')

  await window.getByRole('button', { name: 'Keep a version' }).press('Enter')
  await expect(page(window).getByRole('alert')).toContainText('Give the version a name')
  await window.keyboard.press('Escape')
  await expect(page(window)).toHaveCount(0)
  await expect(row(guest, BENCH)).toBeVisible()
})

test('nobody but the facilitator is offered versions', async ({ workshop: { window, guest } }) => {
  await expect(window.getByRole('button', { name: 'Versions', exact: true })).toBeVisible()
  await expect(guest.getByRole('button', { name: 'Versions', exact: true })).toHaveCount(0)
})

for (const language of ['en', 'ar'] as const)
  test(`no part of it breaks a rule of accessibility in ${language}`, async ({ workshop: { window } }) => {
    await writeAt(window, HIGH, BENCH)
    await openVersions(window)
    await keepVersion(window, 'Before the break')
    if (language === 'ar') {
      await window.getByRole('button', { name: 'Settings' }).click()
      await window.getByRole('radio', { name: 'العربية' }).check()
      await window.keyboard.press('Escape')
      await expect(window.locator('html')).toHaveAttribute('dir', 'rtl')
    }
    expect(await accessibilityTroubles(window), 'the two walls').toEqual([])
    await window.locator('.comparison-tools input[type="radio"]').nth(1).check()
    expect(await accessibilityTroubles(window), 'the list').toEqual([])
    await window.locator('.comparison-head button').click()
    expect(await accessibilityTroubles(window), 'the question').toEqual([])
    await window.keyboard.press('Escape')
    await window.locator('.version .icon-button').first().click()
    expect(await accessibilityTroubles(window), 'the menu').toEqual([])
    await window.getByRole('menuitem').first().press('Enter')
    expect(await accessibilityTroubles(window), 'the name').toEqual([])
  })
