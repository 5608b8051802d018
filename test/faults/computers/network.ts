import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { mount } from '../runApart'
import { within } from '../within'
import type { Answer, Ask } from './asks'

/** A computer on a network of its own, as the test sees it. */
export interface Computer {
  readonly address: string
  /** Asks it, and throws when it fails or does not answer within a minute. */
  ask(ask: Ask): Promise<unknown>
  /** The same, with whatever it answers. */
  try(ask: Ask): Promise<Answer>
  /** Pulls the cable: nothing is refused, nothing arrives. */
  pull(): void
  plug(): void
  end(): void
}

export interface Network {
  /** A computer that an access point keeps apart from others of its kind when it `isIsolated`. */
  add(name: string, isIsolated?: boolean): Computer
}

/**
 * Lays a network between computers of which each has a network stack of its own: real addresses, real multicast, and
 * no way out. It needs a network namespace in which it may do everything, and is gone with that.
 */
export function layNetwork(folder: string, program: string): Network {
  mount('-t', 'tmpfs', 'tmpfs', '/run')
  // Nobody asks for groups here, so that a switch that listens for that would pass nothing on.
  ip('link', 'add', 'room', 'type', 'bridge', 'mcast_snooping', '0')
  ip('link', 'set', 'room', 'up')
  let count = 0
  return {
    add(name, isIsolated = false) {
      count += 1
      const cable = `cable${count}`
      const address = `192.168.77.${count}`
      ip('netns', 'add', name)
      ip('link', 'add', cable, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', name)
      ip('link', 'set', cable, 'master', 'room', 'up')
      if (isIsolated) ip('link', 'set', cable, 'type', 'bridge_slave', 'isolated', 'on')
      ip('-n', name, 'link', 'set', 'lo', 'up')
      ip('-n', name, 'addr', 'add', `${address}/24`, 'dev', 'eth0')
      ip('-n', name, 'link', 'set', 'eth0', 'up')
      const place = join(folder, name)
      mkdirSync(place)
      const child = spawn('ip', ['netns', 'exec', name, process.execPath, program, name, place], {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      })
      const answers = listen(child)
      const attempt = (ask: Ask) => within(answers(ask), () => `for ${name} to ${JSON.stringify(ask)}`)
      return {
        address,
        async ask(ask) {
          const said = await attempt(ask)
          if (!said.ok) throw new Error(`${name} could not ${ask.do}: ${JSON.stringify(said.failure)}`)
          return said.value
        },
        try: attempt,
        pull: () => ip('link', 'set', cable, 'down'),
        plug: () => ip('link', 'set', cable, 'up'),
        end: () => child.kill('SIGKILL'),
      }
    },
  }
}

function listen(child: ChildProcess): (ask: Ask) => Promise<Answer> {
  const waiting = new Map<number, (said: Answer) => void>()
  let last = 0
  child.on('message', ({ id, said }: { id: number; said: Answer }) => {
    waiting.get(id)?.(said)
    waiting.delete(id)
  })
  child.on('error', () => {})
  return (ask) =>
    new Promise((resolve) => {
      last += 1
      waiting.set(last, resolve)
      child.send({ id: last, ask })
    })
}

function ip(...args: readonly string[]): void {
  const { status, stderr, error } = spawnSync('ip', args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`ip ${args.join(' ')}: ${error?.message ?? stderr}`)
}
