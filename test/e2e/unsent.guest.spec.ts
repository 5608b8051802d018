import { expect, joinRoom, test } from '../support/guestRoom'
import { writeAt } from '../support/wall'

const RECOVERED = 'What you wrote while the room was away is on the wall now.'
const UNSENT = 'Something written here has not reached the room yet. It is sent when you join.'

test('a tab that was closed before the room had everything sends the rest when the person comes back', async ({
  browser,
  emptyRoom,
}) => {
  const page = await joinRoom(browser, emptyRoom, { name: 'Hala', side: 'resident' })
  const other = await joinRoom(browser, emptyRoom, { name: 'Farid' })
  await emptyRoom.die()
  await writeAt(page, [0, 0], 'the last bus leaves at nine')
  await page.close()
  await emptyRoom.comeBack()

  const again = await page.context().newPage()
  await again.goto(emptyRoom.url)
  await expect(again.getByText(UNSENT)).toBeVisible()
  await again.getByRole('button', { name: 'Come back in' }).click()
  await expect(again.getByText(RECOVERED)).toBeVisible()
  await again.getByRole('tab', { name: 'Outline' }).click()
  await expect(again.getByRole('tabpanel')).toContainText('the last bus leaves at nine')
  await other.getByRole('tab', { name: 'Outline' }).click()
  await expect(other.getByRole('tabpanel')).toContainText('the last bus leaves at nine')

  // The room has it now: nothing stays in this browser.
  await again.reload()
  await expect(again.getByText('You were here before as Hala.')).toBeVisible()
  await expect(again.getByText(UNSENT)).toBeHidden()
})

test('whoever leaves before everything was sent decides whether this browser keeps the rest', async ({
  browser,
  emptyRoom,
}) => {
  const page = await joinRoom(browser, emptyRoom, { name: 'Hala', side: 'resident' })
  await emptyRoom.die()
  await writeAt(page, [0, 0], 'not for the next person at this computer')
  await page.getByRole('button', { name: 'Leave the room' }).click()
  const question = page.getByRole('dialog', { name: 'Not everything you wrote has reached the room' })
  await question.getByRole('button', { name: 'Stay' }).click()
  await expect(question).toBeHidden()
  await page.getByRole('button', { name: 'Leave the room' }).click()
  await question.getByRole('button', { name: 'Leave and keep it here' }).click()
  await expect(page.getByText(UNSENT)).toBeVisible()
  await page.getByRole('button', { name: 'Erase it' }).click()
  const erasing = page.getByRole('dialog', { name: 'Erase what has not been sent?' })
  await erasing.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText(UNSENT)).toBeVisible()
  await page.getByRole('button', { name: 'Erase it' }).click()
  await erasing.getByRole('button', { name: 'Erase it' }).click()
  await expect(page.getByText(UNSENT)).toBeHidden()

  await emptyRoom.comeBack()
  await page.getByRole('button', { name: 'Come back in' }).click()
  await page.getByRole('tab', { name: 'Outline' }).click()
  await expect(page.getByRole('tabpanel')).not.toContainText('not for the next person')
})
