import { expect, it, vi } from 'vitest'
import type { z } from 'zod'
import type { Networks } from '../../../electron/networkWatch'
import { createRooms } from '../../../electron/rooms'
import { failed, type Result } from '../../../shared/failure'
import type { HostedRoom } from '../../../shared/ipc/contract'
import type { HubRequest } from '../../../shared/ipc/hubContract'

const CABLE = { network: 'eth0', url: 'http://10.0.0.5:4747/#ABC234' }
const WIFI = { network: 'wlan0', url: 'http://192.168.1.20:4747/#ABC234' }

/** Rooms at a hub that opens all of them unless it is told not to. */
function desk(networks?: Networks) {
  const asked: HubRequest[] = []
  const told: (HostedRoom | null)[] = []
  const hub = { isWell: true }
  const ask = async <T>(request: HubRequest, value: z.ZodType<T>): Promise<Result<T>> => {
    // It ends when somebody else hosts it, which nobody does here.
    if (request.do === 'roomEnd') return new Promise(() => {})
    asked.push(request)
    if (!hub.isWell) return failed('unavailable')
    const answer = request.do === 'openRoom' ? { code: 'ABC234', addresses: [WIFI, CABLE] } : null
    return { ok: true, value: value.parse(answer) }
  }
  const rooms = createRooms({ ask }, () => 'Imran', networks)
  rooms.onChanged((_path, room) => told.push(room))
  return { rooms, asked, told, hub }
}

it('tells who shows a room that it opened, changed and closed', async () => {
  const { rooms, told } = desk()
  await rooms.open('/a.ground')
  rooms.showCode('/a.ground', true)
  rooms.showCode('/a.ground', true)
  expect(told.map((room) => room?.isCodeShown)).toEqual([false, true])
  expect(rooms.state('/a.ground')).toEqual(told.at(-1))
  await rooms.close('/a.ground')
  expect(told.at(-1)).toBeNull()
  expect(rooms.state('/a.ground')).toBeNull()
  expect(rooms.isAnyOpen()).toBe(false)
})

it('looks up the addresses again when this computer comes to another network, as long as a room is open', async () => {
  vi.useFakeTimers()
  try {
    const at = (address: string): ReturnType<Networks> => ({
      wlan0: [{ address, family: 'IPv4', internal: false, netmask: '', mac: '', cidr: null }],
    })
    let here = at('10.0.0.5')
    const { rooms, asked, told } = desk(() => here)
    await rooms.open('/a.ground')
    await vi.advanceTimersByTimeAsync(30_000)
    expect(asked).toHaveLength(1)
    here = at('172.20.10.2')
    await vi.advanceTimersByTimeAsync(30_000)
    expect(asked.map((request) => request.do)).toEqual(['openRoom', 'openRoom'])
    expect(told).toHaveLength(2)
    await rooms.close('/a.ground')
    here = at('10.0.0.5')
    await vi.advanceTimersByTimeAsync(30_000)
    expect(asked.at(-1)?.do).toBe('closeRoom')
  } finally {
    vi.useRealTimers()
  }
})

it('shows no code where no room is open', () => {
  const { rooms, told } = desk()
  rooms.showCode('/a.ground', true)
  expect(told).toEqual([])
})

it('opens the rooms again that were open when the hub died, and says so when it cannot', async () => {
  const { rooms, asked, told, hub } = desk()
  await rooms.reopen('/a.ground')
  expect(asked).toEqual([])
  await rooms.open('/a.ground')
  await rooms.reopen('/a.ground')
  expect(asked.map((request) => request.do)).toEqual(['openRoom', 'openRoom'])
  hub.isWell = false
  await rooms.reopen('/a.ground')
  expect(told.at(-1)).toBeNull()
})

it('a new hub is told the code and the rules that the old one kept', async () => {
  const { rooms, asked, told } = desk()
  await rooms.open('/a.ground')
  await rooms.lead('/a.ground', { do: 'remove', person: 'sam' })
  await rooms.lead('/a.ground', { do: 'readOnly', isOn: true })
  await rooms.lead('/a.ground', { do: 'door', isOpen: false })
  expect(told.at(-1)).toMatchObject({ isDoorOpen: false, isReadOnly: true })
  await rooms.reopen('/a.ground')
  const rules = { code: 'ABC234', isDoorOpen: false, isReadOnly: true, removed: ['sam'] }
  expect(asked.at(-1)).toMatchObject({ do: 'openRoom', rules })
})

it('an order that the hub did not take changes nothing', async () => {
  const { rooms, told, hub } = desk()
  await rooms.open('/a.ground')
  hub.isWell = false
  expect(await rooms.lead('/a.ground', { do: 'door', isOpen: false })).toMatchObject({
    failure: { code: 'unavailable' },
  })
  expect(rooms.state('/a.ground')?.isDoorOpen).toBe(true)
  expect(told).toHaveLength(1)
})

it('a code that lets nobody in leaves the projector', async () => {
  const { rooms } = desk()
  await rooms.open('/a.ground')
  rooms.showCode('/a.ground', true)
  await rooms.lead('/a.ground', { do: 'door', isOpen: false })
  expect(rooms.state('/a.ground')?.isCodeShown).toBe(false)
  rooms.showCode('/a.ground', true)
  expect(rooms.state('/a.ground')?.isCodeShown).toBe(false)
})

it('shows the likeliest address first and the chosen network from then on, in the next room too', async () => {
  const { rooms, told } = desk()
  await rooms.open('/a.ground')
  expect(rooms.state('/a.ground')?.url).toBe(WIFI.url)
  rooms.showNetwork('eth0')
  expect(told.at(-1)).toMatchObject({ url: CABLE.url, addresses: [WIFI, CABLE] })
  await rooms.close('/a.ground')
  await rooms.open('/b.ground')
  expect(rooms.state('/b.ground')?.url).toBe(CABLE.url)
  rooms.showNetwork('a network that is gone')
  expect(rooms.state('/b.ground')?.url).toBe(WIFI.url)
})

it('a board that is let go has no room', async () => {
  const { rooms, told } = desk()
  await rooms.open('/a.ground')
  rooms.forget('/a.ground')
  rooms.forget('/a.ground')
  expect(told).toHaveLength(2)
  expect(rooms.isAnyOpen()).toBe(false)
})
