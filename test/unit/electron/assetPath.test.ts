import { sep } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { assetPath } from '../../../electron/assetPath'

const ROOT = `${sep}app${sep}out${sep}renderer`

it('names a file below the folder', () => {
  expect(assetPath(ROOT, 'app://ground/assets/index-1.js')).toBe(`${ROOT}${sep}assets${sep}index-1.js`)
})

it('the bare address is the page', () => {
  expect(assetPath(ROOT, 'app://ground/')).toBe(`${ROOT}${sep}index.html`)
})

it('leaves out the query and the fragment', () => {
  expect(assetPath(ROOT, 'app://ground/index.html?x=/../y#/../z')).toBe(`${ROOT}${sep}index.html`)
})

it.each([
  'app://elsewhere/index.html',
  'app://ground@evil/index.html',
  'app://user@ground/index.html',
  'https://ground/index.html',
  'file:///etc/passwd',
  'app://ground/..%5c..%5cetc',
  'app://ground/%2e%2e%2f%2e%2e%2fetc/passwd',
  'app://ground/..%2f..%2f..%2fetc/passwd',
  'app://ground/%00index.html',
  'app://ground/c:%5cwindows',
  'app://ground/%E0%A4%A',
  'nonsense',
  '',
])('refuses %s', (address) => {
  expect(assetPath(ROOT, address)).toBeNull()
})

it('no address leads out of the folder', () => {
  const piece = fc.constantFrom(
    '..',
    '.',
    '/',
    '%2f',
    '%2e',
    '%2e%2e',
    '\\',
    '%5c',
    'a',
    '%00',
    '//',
    ':',
    '%25',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece).map((pieces) => pieces.join('')),
        fc.string(),
      ),
      (rest) => {
        const path = assetPath(ROOT, `app://ground/${rest}`)
        expect(path === null || (path.startsWith(ROOT + sep) && !path.split(sep).includes('..'))).toBe(true)
      },
    ),
    { numRuns: 1000 },
  )
})
