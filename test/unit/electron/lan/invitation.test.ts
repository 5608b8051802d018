import { expect, test } from 'vitest'
import { NO_NETWORK } from '#shared/ipc/contract'
import { type Interfaces, invitationAddresses } from '../../../../electron/lan/addresses'
import { createTries, isSameCode, newRoomCode } from '../../../../electron/lan/roomCode'

const at = (address: string, internal = false) => ({
  address,
  internal,
  family: 'IPv4' as const,
  netmask: '255.255.255.0',
  mac: '00:00:00:00:00:00',
  cidr: null,
})
const urls = (interfaces: Interfaces) =>
  invitationAddresses('0.0.0.0', 4747, 'ABCDEF', interfaces).map(({ url }) => url)

test('one address per network, the one that guests are likeliest on first', () => {
  const interfaces: Interfaces = {
    lo: [at('127.0.0.1', true)],
    docker0: [at('172.17.0.1')],
    tailscale0: [at('100.101.1.2')],
    eth1: [at('169.254.3.4')],
    wlan0: [at('192.168.1.20'), at('192.168.1.21')],
    eth0: [at('10.0.0.5')],
  }
  expect(urls(interfaces)).toEqual([
    'http://192.168.1.20:4747/#ABCDEF',
    'http://10.0.0.5:4747/#ABCDEF',
    'http://169.254.3.4:4747/#ABCDEF',
    'http://172.17.0.1:4747/#ABCDEF',
    'http://100.101.1.2:4747/#ABCDEF',
  ])
})

test('a network on which guests hardly are is marked, and the hotspot of this computer comes first', () => {
  const doubtful = (interfaces: Interfaces) =>
    invitationAddresses('0.0.0.0', 4747, 'ABCDEF', interfaces).map(({ isDoubtful }) => isDoubtful === true)
  expect(doubtful({ wlan0: [at('192.168.1.20')], tailscale0: [at('100.101.1.2')] })).toEqual([false, true])
  expect(doubtful({ eth0: [at('169.254.3.4')] })).toEqual([true])
  expect(doubtful({ 'Contoso VPN': [at('10.8.0.2')], 'vEthernet (WSL)': [at('172.20.0.1')] })).toEqual([
    true,
    true,
  ])
  const windows = { 'Wi-Fi': [at('192.168.1.7')], 'Local Area Connection* 10': [at('192.168.137.1')] }
  expect(urls(windows)[0]).toContain('192.168.137.1')
  expect(doubtful({ bridge100: [at('192.168.2.1')] })).toEqual([false])
})

test('without a network there is still this computer', () => {
  expect(urls({ lo: [at('127.0.0.1', true)] })).toEqual(['http://127.0.0.1:4747/#ABCDEF'])
  expect(invitationAddresses('0.0.0.0', 4747, 'ABCDEF', {})[0]?.network).toBe(NO_NETWORK)
  const onlyLocal = invitationAddresses('127.0.0.1', 5, 'ABCDEF', { wlan0: [at('192.168.1.20')] })
  expect(onlyLocal).toEqual([{ network: 'loopback', url: 'http://127.0.0.1:5/#ABCDEF' }])
})

test('codes have six characters, none of which looks like another', () => {
  for (let round = 0; round < 200; round++) expect(newRoomCode()).toMatch(/^[34679ACDEFGHJKMNPQRTWXY]{6}$/)
  expect(isSameCode(' ab3-def', 'AB3DEF')).toBe(true)
  expect(isSameCode('', 'AB3DEF')).toBe(false)
})

test('wrong codes bar their own address for a minute and nobody else', () => {
  const tries = createTries()
  for (let attempt = 0; attempt < 10; attempt++) {
    expect(tries.isBarred('10.0.0.1', 1_000)).toBe(false)
    tries.miss('10.0.0.1', 1_000)
  }
  expect(tries.isBarred('10.0.0.1', 60_999)).toBe(true)
  expect(tries.isBarred('10.0.0.2', 60_999)).toBe(false)
  expect(tries.isBarred('10.0.0.1', 61_000)).toBe(false)
})

/** Misses so often from an address that it is barred. */
function barred(address: string, tries = createTries()) {
  for (let attempt = 0; attempt < 10; attempt++) tries.miss(address, 1_000)
  return tries
}

test.each([
  ['10.0.0.1', '::ffff:10.0.0.1'],
  ['10.0.0.1', '::FFFF:0A00:0001'],
  ['10.0.0.1', '0:0:0:0:0:ffff:a00:1'],
  ['2001:db8::1', '2001:DB8:0:0:0:0:0:1'],
  // Whoever has one address of a network has all of them.
  ['2001:db8::1', '2001:db8:0:0:ffff::7'],
  ['fe80::1', 'fe80::1%eth0'],
])('%s that is barred is barred as %s too', (address, spelling) => {
  expect(barred(address).isBarred(spelling, 1_000)).toBe(true)
  expect(barred(spelling).isBarred(address, 1_000)).toBe(true)
})

test.each([
  ['10.0.0.1', '::ffff:10.0.0.2'],
  ['10.0.0.1', '::a00:1'],
  ['2001:db8::1', '2001:db8:0:1::1'],
  ['::1', '127.0.0.1'],
  ['', '10.0.0.1'],
])('%s that is barred bars not %s', (address, other) => {
  expect(barred(address).isBarred(other, 1_000)).toBe(false)
})

test('however many addresses miss, those who missed last stay barred, and memory is bounded', () => {
  const tries = createTries()
  const addressOf = (at: number) => `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`
  for (let at = 0; at < 20_000; at++) tries.miss(addressOf(at), 1_000)
  barred('192.168.1.20', tries)
  for (let at = 0; at < 4_000; at++) tries.miss(addressOf(at), 1_001)
  expect(tries.isBarred('192.168.1.20', 1_001)).toBe(true)
  // One of those that had to make room.
  const first = barred('192.168.1.21', createTries())
  for (let at = 0; at < 5_000; at++) first.miss(addressOf(at), 1_002)
  expect(first.isBarred('192.168.1.21', 1_002)).toBe(false)
})

test('whoever misses on and on while barred is let in a minute after the last of ten', () => {
  const tries = barred('10.0.0.1')
  expect(tries.isBarred('10.0.0.1', 60_999)).toBe(true)
  expect(tries.isBarred('10.0.0.1', 61_000)).toBe(false)
  for (let at = 61_000; at < 61_009; at++) tries.miss('10.0.0.1', at)
  expect(tries.isBarred('10.0.0.1', 61_009)).toBe(false)
  tries.miss('10.0.0.1', 61_009)
  expect(tries.isBarred('10.0.0.1', 61_009)).toBe(true)
})
