import type { MenuItemConstructorOptions } from 'electron'
import { expect, it } from 'vitest'
import { menuTemplate } from '../../../electron/menuTemplate'
import { wordsFor } from '../../../electron/words'
import { MENU_COMMANDS, type MenuCommand } from '../../../shared/ipc/names'

function itemsOf(template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])])
}

it('sends every command of the contract', () => {
  const sent: MenuCommand[] = []
  for (const item of itemsOf(menuTemplate(wordsFor('en'), false, (command) => sent.push(command)))) {
    ;(item.click as (() => void) | undefined)?.()
  }
  expect(new Set(sent)).toEqual(new Set(MENU_COMMANDS))
})

it.each(['en', 'ar'] as const)('every entry has a word of its own in %s', (language) => {
  const items = itemsOf(menuTemplate(wordsFor(language), true, () => {})).filter(
    (item) => item.type !== 'separator' && item.role !== 'appMenu',
  )
  const labels = items.map((item) => item.label ?? '')
  expect(labels.filter((label) => label === '' || label.startsWith('menu.'))).toEqual([])
})

it('no key is given twice', () => {
  const keys = itemsOf(menuTemplate(wordsFor('en'), false, () => {})).flatMap(
    (item) => item.accelerator ?? [],
  )
  expect(new Set(keys).size).toBe(keys.length)
})
