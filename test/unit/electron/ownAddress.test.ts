import { expect, it } from 'vitest'
import { isAllowedRequest, isOwnAddress, START_ADDRESS } from '../../../electron/ownAddress'

it('the app starts at an address of its own', () => {
  expect(isOwnAddress(START_ADDRESS)).toBe(true)
})

it.each(['https://ground/', 'app://groundx/', 'app://ground.evil/', 'app:ground', 'about:blank', 'null', ''])(
  '%s is not our own',
  (address) => {
    expect(isOwnAddress(address)).toBe(false)
  },
)

it.each([
  'app://ground/assets/a.js',
  'ws://127.0.0.1:5173/sync',
  'http://127.0.0.1:5173/asset/abc',
  'blob:app://ground/1',
  'data:image/png;base64,AA',
])('a page may ask for %s', (address) => {
  expect(isAllowedRequest(address)).toBe(true)
})

it.each([
  'https://example.org/',
  'http://example.org/',
  'http://127.0.0.1.example.org/',
  'http://127.0.0.1@example.org/',
  'ws://192.168.1.2/sync',
  'wss://example.org/',
  'file:///etc/passwd',
  'app://print/document.html',
  'ftp://127.0.0.1/',
  'not an address',
])('a page may not ask for %s', (address) => {
  expect(isAllowedRequest(address)).toBe(false)
})
