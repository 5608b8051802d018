import { expect, test } from 'vitest'
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

test('without a network there is still this computer', () => {
  expect(urls({ lo: [at('127.0.0.1', true)] })).toEqual(['http://127.0.0.1:4747/#ABCDEF'])
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
