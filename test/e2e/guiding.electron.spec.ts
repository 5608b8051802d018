import type { Page } from '@playwright/test'
import { accessibilityTroubles } from '../support/accessibility'
import { addNote, wallOf, zoomOf } from '../support/wall'
import { expect, test } from '../support/workshop'

const ask = async (window: Page, what: string) => {
  await window.getByRole('button', { name: 'Lead the room' }).click()
  await window.getByRole('menuitem', { name: what }).click()
}
