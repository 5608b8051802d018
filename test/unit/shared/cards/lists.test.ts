import { expect, test } from 'vitest'
import type { TextChange } from '#shared/board/actions/cardText'
import { breakList, eraseMark, indentList, isList, toggleList, typedMark } from '#shared/cards/lists'

function after(text: string, changes: TextChange | readonly TextChange[] | undefined): string | undefined {
  if (changes === undefined) return undefined
  const list = 'words' in changes ? [changes] : changes
  let next = text
  for (const { start, end, words } of [...list].sort((a, b) => b.start - a.start))
    next = next.slice(0, start) + words + next.slice(end)
  return next
}

test('the selected lines become a list, another kind of list, and plain lines again', () => {
  const text = 'ramp\ndoor\nbell'
  const bullets = after(text, toggleList(text, 0, 9, 'bullets')) ?? ''
  expect(bullets).toBe('• ramp\n• door\nbell')
  expect(isList(bullets, 0, 9, 'bullets')).toBe(true)
  const numbers = after(bullets, toggleList(bullets, 0, 9, 'numbers')) ?? ''
  expect(numbers).toBe('1. ramp\n2. door\nbell')
  expect(after(numbers, toggleList(numbers, 0, 9, 'numbers'))).toBe(text)
})

test('enter begins the next item, counts on in the figures of the list, and ends the list at an empty item', () => {
  const next = (text: string) => after(text, breakList(text, text.length, text.length))
  expect(next('• ramp')).toBe('• ramp\n• ')
  expect(next('9. ramp')).toBe('9. ramp\n10. ')
  expect(next('  ٩. باب')).toBe('  ٩. باب\n  ١٠. ')
  expect(next('• ramp\n• ')).toBe('• ramp\n')
  expect(next('ramp')).toBeUndefined()
})

test('an item moves in and out, and a backspace after its sign takes the sign', () => {
  const text = '• ramp\n• door'
  expect(after(text, indentList(text, 9, 9, true))).toBe('• ramp\n  • door')
  expect(after('  • door', indentList('  • door', 4, 4, false))).toBe('• door')
  expect(indentList('ramp', 0, 0, true)).toBeUndefined()
  expect(after(text, eraseMark(text, 9, 9))).toBe('• ramp\ndoor')
  expect(eraseMark(text, 10, 10)).toBeUndefined()
})

test('a dash and a space at the beginning of a line are the sign of a list, elsewhere a dash and a space', () => {
  expect(after('ramp\n- ', typedMark('ramp\n- ', 7))).toBe('ramp\n• ')
  expect(typedMark('ramp - ', 7)).toBeUndefined()
  expect(typedMark('-', 1)).toBeUndefined()
})
