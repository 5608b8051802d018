import { once } from 'node:events'
import { inflateRawSync } from 'node:zlib'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { addCard } from '#shared/board/actions/cards'
import { decodeHubMessage, encodeControl, encodeSync } from '#shared/sync/messages'
import { type Credential, PROTOCOL_VERSION } from '#shared/sync/protocol'

/** Whom this process is asked to be. */
export interface Travellers {
  readonly url: string
  readonly code: string
  readonly coming: number
  readonly returning: number
}

/** ms that each of them waited. */
export interface Arrived {
  readonly waits: readonly number[]
}

/**
 * People who have read the page and come in at once, and whose lines all break and come back at once, each with an edit
 * that waited. They are live when they have the whole board, and what they wrote is saved. Only the first takes the
 * board in, afterwards: it is the hub that is measured, and each of them has a device of their own.
 */
const [{ url, code, coming, returning }] = (await once(process, 'message')) as [Travellers]

interface Line {
  readonly socket: WebSocket
  readonly token: string
  readonly parts: readonly { readonly step: string; readonly bytes: Uint8Array }[]
  readonly wait: number
}

/** Comes in and asks for what this vector lacks; `edit` waited, and has to be in the file. */
function comeIn(at: number, credential: Credential, vector: Uint8Array, edit?: Uint8Array): Promise<Line> {
  const begun = performance.now()
  const socket = new WebSocket(url, { localAddress: `127.0.3.${at + 1}` } as never)
  const parts: { step: string; bytes: Uint8Array }[] = []
  let token = ''
  let isSaved = edit === undefined
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('open', () => {
      const name = `Person ${at}`
      const hello = { say: 'hello', protocol: PROTOCOL_VERSION, credential, name } as const
      socket.send(encodeControl({ ...hello, side: 'resident', languages: [] }))
    })
    socket.on('message', (data: Buffer) => {
      const message = decodeHubMessage(new Uint8Array(data))
      if (message?.kind === 'control') {
        const said = message.control
        if (said.say === 'welcome') {
          token = said.token
          socket.send(encodeSync(0, { step: 'vector', bytes: vector }))
        } else if (said.say === 'saved' && said.through > 0) isSaved = true
        else if (said.say === 'refused') reject(new Error(said.code))
      } else if (message?.kind === 'update') {
        const { step, bytes } = message.sync
        if (step === 'vector' && edit) socket.send(encodeSync(1, { step: 'difference', bytes: edit }))
        else if (step !== 'vector') parts.push({ step, bytes })
      } else return
      const isWhole = parts.some(({ step }) => step === 'difference')
      if (token !== '' && isWhole && isSaved)
        resolve({ socket, token, parts, wait: performance.now() - begun })
    })
  })
}

process.send?.('ready')
await once(process, 'message')
const nothing = Y.encodeStateVector(new Y.Doc())
const all = await Promise.all(
  Array.from({ length: coming }, (_, at) => comeIn(at, { kind: 'code', code }, nothing)),
)
process.send?.({ waits: all.map(({ wait }) => wait) } satisfies Arrived)

await once(process, 'message')
const board = new Y.Doc()
for (const { step, bytes } of all[0]?.parts ?? []) {
  if (step === 'whole') Y.applyUpdateV2(board, inflateRawSync(bytes))
  else Y.applyUpdate(board, bytes)
}
const before = Y.encodeStateVector(board)
const travelling = all.slice(0, returning).map(({ socket, token }, at) => {
  socket.terminate()
  const own = new Y.Doc()
  Y.applyUpdate(own, Y.encodeStateAsUpdate(board))
  addCard({ doc: own, person: '', origin: null, now: () => 1 }, { type: 'note', text: `while away ${at}` })
  return { token, vector: Y.encodeStateVector(own), edit: Y.encodeStateAsUpdate(own, before) }
})
const back = await Promise.all(
  travelling.map(({ token, vector, edit }, at) => comeIn(at, { kind: 'token', token }, vector, edit)),
)
process.send?.({ waits: back.map(({ wait }) => wait) } satisfies Arrived, () => process.exit(0))
