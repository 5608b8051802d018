import type { Browser, Locator, Page } from '@playwright/test'
import { wallOf } from '../support/wall'
import { expect, openTab, test } from '../support/workshop'

/** Opens the dialog of the open room. */
async function roomOf(window: Page): Promise<Locator> {
  await window.locator('.top-bar-room').click()
  return window.getByRole('dialog', { name: 'The room' })
}

function browserOf(page: Page): Browser {
  const browser = page.context().browser()
  if (!browser) throw new Error('no browser')
  return browser
}

async function writeInOutline(page: Page, words: string): Promise<void> {
  await openTab(page, 'Outline')
  await page.getByRole('button', { name: 'Add a card' }).click()
  await page.getByRole('textbox', { name: 'Words of the card' }).fill(words)
  await page.keyboard.press('Enter')
}

/** A new browser tab of somebody who has not been here, at the way in. */
async function newcomer(guest: Page): Promise<Page> {
  const page = await browserOf(guest).newPage({ locale: 'en-GB' })
  await page.goto(guest.url())
  return page
}

test('a closed door keeps newcomers out with a sentence, and lets back in who was there', async ({
  workshop: { window, guest },
}) => {
  const room = await roomOf(window)
  const code = (await room.getByRole('definition').nth(1).textContent()) ?? ''
  await room.getByRole('button', { name: 'Close the door' }).click()
  await expect(room.getByText('The door is closed.')).toBeVisible()
  await expect(room.getByRole('button', { name: 'Show on the projector' })).toBeDisabled()

  const late = await newcomer(guest)
  await late.getByLabel('Room code').fill(code)
  await late.getByRole('button', { name: 'Join' }).click()
  await expect(late.getByRole('alert')).toContainText('The door of this room is closed')
  await expect(late.getByLabel('Room code')).toHaveValue(code)
  await guest.reload()
  await guest.getByRole('button', { name: 'Come back in' }).click()
  await expect(wallOf(guest)).toBeVisible()

  await room.getByRole('button', { name: 'Open the door' }).click()
  await expect(room.getByText('The door is open.')).toBeVisible()
  await late.getByRole('button', { name: 'Join' }).click()
  await expect(wallOf(late)).toBeVisible()
})

test('who is removed leaves with a sentence and does not come back; their cards stay', async ({
  workshop: { window, guest },
}) => {
  await writeInOutline(guest, 'Nadia was here')
  await openTab(window, 'Outline')
  const card = window.getByRole('treeitem', { name: 'Nadia was here' })
  await expect(card).toBeVisible()
  const room = await roomOf(window)
  await room.getByRole('button', { name: 'Remove Nadia from the room…' }).click()
  const ask = window.getByRole('dialog', { name: 'Remove Nadia from the room?' })
  await ask.getByRole('button', { name: 'Cancel' }).click()
  await expect(wallOf(guest)).toBeVisible()
  await room.getByRole('button', { name: 'Remove Nadia from the room…' }).click()
  await ask.getByLabel('Close the door too').check()
  await ask.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(room.getByText('Nadia is no longer in the room.')).toBeVisible()

  await expect(guest.getByRole('alert')).toContainText('The facilitator has taken you out of the room.')
  await guest.getByRole('button', { name: 'Come back in' }).click()
  await expect(guest.getByRole('alert')).toContainText('The facilitator has taken you out of the room.')
  await expect(room.getByText('The door is closed.')).toBeVisible()
  await expect(room.getByText('Only you so far.')).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(card).toBeVisible()
})

test('the list of people offers the same to whoever leads the room, by keys too, and to nobody else', async ({
  workshop: { window, guest },
}) => {
  await openTab(guest, 'People')
  await expect(guest.getByRole('button', { name: 'Put a card for Imran on the wall' })).toBeVisible()
  await expect(guest.getByRole('button', { name: /^Options for/ })).toHaveCount(0)

  await openTab(window, 'People')
  const options = window.getByRole('button', { name: 'Options for Nadia' })
  const { width = 0, height = 0 } = (await options.boundingBox()) ?? {}
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(44)
  await window.getByRole('button', { name: 'Options for Imran' }).click()
  await expect(window.getByRole('menuitem')).not.toHaveCount(0)
  await expect(window.getByRole('menuitem', { name: /from the room/ })).toHaveCount(0)
  await window.keyboard.press('Escape')
  const ask = window.getByRole('dialog', { name: 'Remove Nadia from the room?' })
  const askByKeys = async () => {
    await options.press('Enter')
    await window.keyboard.press('ArrowDown')
    await expect(window.getByRole('menuitem', { name: 'Remove Nadia from the room…' })).toBeFocused()
    await window.keyboard.press('Enter')
    await expect(ask).toBeVisible()
  }
  await askByKeys()
  await window.keyboard.press('Escape')
  await expect(options).toBeFocused()
  await askByKeys()
  await ask.getByLabel('Close the door too').press('Space')
  await ask.getByRole('button', { name: 'Remove', exact: true }).press('Enter')
  await expect(window.getByText('Nadia is no longer in the room.')).toBeVisible()
  await expect(guest.getByRole('alert')).toContainText('The facilitator has taken you out of the room.')
  await expect(window.getByRole('button', { name: 'Options for Imran' })).toBeFocused()
  await expect((await roomOf(window)).getByText('The door is closed.')).toBeVisible()
})

test('whoever was in a room that is closed is told so, and asked for the code of the next one', async ({
  workshop: { window, guest },
}) => {
  await (await roomOf(window)).getByRole('button', { name: 'Close the room' }).click()
  await expect(guest.getByRole('alert')).toContainText('The room is closed.')
  await expect(guest.getByLabel('Room code')).toHaveValue('')
})

test('in a read-only room guests only look for now, and write again without coming in anew', async ({
  workshop: { window, guest },
}) => {
  await expect(guest.getByRole('button', { name: 'Card', exact: true })).toBeVisible()
  const room = await roomOf(window)
  await room.getByRole('button', { name: 'Let guests only look' }).click()
  await expect(guest.getByText('Only looking for now', { exact: true })).toBeVisible()
  await expect(guest.getByRole('button', { name: 'Card', exact: true })).toHaveCount(0)
  await window.keyboard.press('Escape')
  await expect(window.getByRole('button', { name: 'Guests only look' })).toBeVisible()
  await expect(window.getByRole('button', { name: 'Card', exact: true })).toBeVisible()

  await (await roomOf(window)).getByRole('button', { name: 'Let guests write' }).click()
  await expect(guest.getByText('You can write again.')).toBeVisible()
  await writeInOutline(guest, 'I can write again')
  await window.keyboard.press('Escape')
  await openTab(window, 'Outline')
  await expect(window.getByRole('treeitem', { name: 'I can write again' })).toBeVisible()
})

test('words that came too late for a read-only room are shown to who typed them, to copy', async ({
  workshop: { window, guest },
}) => {
  // Nothing of the hub reaches this tab for a while, so that it does not know what the room decided.
  const here = await guest.context().storageState()
  const tab = await (await browserOf(guest).newContext({ locale: 'en-GB', storageState: here })).newPage()
  const held: (() => void)[] = []
  let isSlow = false
  await tab.routeWebSocket(/\/sync$/, (line) => {
    const hub = line.connectToServer()
    line.onMessage((message) => hub.send(message))
    hub.onMessage((message) => {
      if (isSlow) held.push(() => line.send(message))
      else line.send(message)
    })
    hub.onClose(() => {
      if (isSlow) held.push(() => void line.close())
      else void line.close()
    })
  })
  await tab.goto(guest.url())
  await tab.getByRole('button', { name: 'Come back in' }).click()
  await expect(wallOf(tab)).toBeVisible()
  isSlow = true
  const room = await roomOf(window)
  await room.getByRole('button', { name: 'Let guests only look' }).click()
  await expect(room.getByRole('button', { name: 'Let guests write' })).toBeVisible()
  await writeInOutline(tab, 'Nobody asked us first')
  isSlow = false
  for (const release of held.splice(0)) release()

  const refused = tab.getByRole('dialog', { name: 'These words are not on the board' })
  await expect(refused.getByRole('listitem')).toHaveText([/Nobody asked us first/])
  await refused.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(refused.getByRole('button', { name: 'Copied' })).toBeVisible()
  await refused.getByRole('button', { name: 'Done' }).click()
  await tab.getByRole('button', { name: 'Show them again' }).click()
  await expect(refused).toBeVisible()
  await refused.getByRole('button', { name: 'Done' }).click()
  await expect(tab.getByText('Only looking for now', { exact: true })).toBeVisible()
  await expect(tab.getByRole('treeitem', { name: 'Nobody asked us first' })).toHaveCount(0)
})
