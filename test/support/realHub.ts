import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { createHub, type Hub } from '../../electron/hub/hub'
import { connectReplica, type Greeting } from '../../renderer/board/connectReplica'
import type { Line } from '../../renderer/board/line'
import type { Replica } from '../../renderer/board/replica'
import type { UnsentEdits } from '../../renderer/board/unsentEdits'
import type { HubAddress } from '../../renderer/platform/platform'
import { failureOf, unwrap } from './results'
import { threadsFolder } from './threads.mjs'

export { isLive, isSaved, until, untilDocument } from './until'

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ground-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

export { failureOf, unwrap }

export interface Lines {
  readonly open: (url: string) => Line
  /** Cuts every open line, as a network does. */
  cut(): void
}

/** Lines of Node that can be cut. */
export function cuttableLines(): Lines {
  const sockets = new Set<WebSocket>()
  return {
    open(url) {
      const socket = new WebSocket(url, { perMessageDeflate: false })
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
      return socket as unknown as Line
    },
    cut() {
      for (const socket of sockets) socket.terminate()
    },
  }
}

export interface TestRoom {
  readonly hub: Hub
  readonly path: string
  readonly folder: string
  readonly code: string
  /** As the host's own windows reach it. */
  readonly host: HubAddress
  /** As guests reach it with the code. */
  readonly guest: HubAddress
  connect(
    address: HubAddress,
    greeting?: Partial<Greeting>,
    lines?: Lines,
    unsent?: UnsentEdits,
    hidden?: UnsentEdits,
  ): Replica
}

/** A real hub on loopback with a real board file and an open room, all of it gone after the test. */
export async function openTestRoom(): Promise<TestRoom> {
  const folder = temporaryFolder()
  const path = join(folder, 'board.ground')
  const hub = createHub({ rendererFolder: folder, threadsFolder, loopbackOnly: true, port: 0 })
  onTestFinished(() => hub.shutDown())
  const opened = unwrap(await hub.create(path, { title: 'Fernley', place: 'Here', language: 'en' }))
  const invitation = unwrap(await hub.openRoom(path))
  const url = new URL(invitation.addresses[0]?.url ?? '')
  return {
    hub,
    path,
    folder,
    code: invitation.code,
    host: { url: opened.url, credential: { kind: 'token', token: opened.token } },
    guest: { url: `ws://${url.host}/sync`, credential: { kind: 'code', code: invitation.code } },
    connect: connectTo,
  }
}

/** A replica that is disposed after the test. */
export function connectTo(
  address: HubAddress,
  greeting: Partial<Greeting> = {},
  lines: Lines = cuttableLines(),
  unsent?: UnsentEdits,
  hidden?: UnsentEdits,
): Replica {
  const replica = connectReplica(
    address,
    { name: 'Somebody', side: 'resident', languages: ['en'], ...greeting },
    { openLine: lines.open, firstRetry: 10, ...(unsent ? { unsent } : {}), ...(hidden ? { hidden } : {}) },
  )
  onTestFinished(() => replica.dispose())
  return replica
}
