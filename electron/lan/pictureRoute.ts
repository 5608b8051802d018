import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FailureCode, Result } from '#shared/failure'
import { isAsset, type KeptPicture, MAX_PICTURE, PICTURE_PATH, PICTURE_TYPES } from '#shared/picture/picture'
import { createGate, type Gate } from './gate'
import { APP_ORIGIN, isOwnHost, isOwnOrigin } from './ownRequest'
import { readBody } from './readBody'

/** Keeps and gives out pictures. A token says whose and of which board. */
export interface PictureDesk {
  /** Whether whoever has this token may add pictures now. */
  mayKeep(token: string): Result<unknown>
  keep(token: string, bytes: Uint8Array): Promise<Result<KeptPicture>>
  read(token: string, asset: string): Promise<Result<{ readonly type: string; readonly data: Uint8Array }>>
}

/** Answers the request when it is about pictures; false when it is not. */
export type PictureRoute = (request: IncomingMessage, response: ServerResponse) => boolean

/** ms that one picture may take on its way; a line that is slower than that holds up the others. */
const LONGEST = 120_000

const STATUS: Partial<Record<FailureCode, number>> = {
  roomAway: 401,
  onlyLooking: 403,
  missing: 404,
  pictureTooLarge: 413,
  notAPicture: 415,
  unavailable: 503,
  tooManyPictures: 507,
  pictureShareUsed: 507,
  diskFull: 507,
}

/**
 * Pictures over HTTP: `POST` to the path adds the one in the body, `GET` of its name gives it back. The token comes in
 * a header, so that no address that somebody copies lets anybody in.
 */
export function createPictureRoute(
  desk: PictureDesk,
  origins: () => readonly string[] = () => [],
): PictureRoute {
  // With these, what is in memory at once stays below 200 MB, whatever anybody sends or is slow to take.
  const taking = createGate({ most: 6, mostEach: 3, mostWaiting: 120 })
  const giving = createGate({ most: 16, mostEach: 8, mostWaiting: 500 })

  const take = async (token: string, request: IncomingMessage, answer: Answer) => {
    const allowed = desk.mayKeep(token)
    if (!allowed.ok) return answer.refuse(allowed.failure.code)
    await passing(taking, token, answer, async () => {
      const bytes = await readBody(request, MAX_PICTURE)
      if (!bytes) return answer.refuse('pictureTooLarge')
      const kept = await desk.keep(token, bytes)
      if (kept.ok) answer.give(200, 'application/json', Buffer.from(JSON.stringify(kept.value)))
      else answer.refuse(kept.failure.code)
    })
  }
  const give = (token: string, asset: string, answer: Answer) =>
    passing(giving, token, answer, async () => {
      const found = await desk.read(token, asset)
      if (!found.ok) return answer.refuse(found.failure.code)
      const { type, data } = found.value
      if (!(PICTURE_TYPES as readonly string[]).includes(type)) return answer.refuse('notAPicture')
      await answer.give(200, type, data)
    })

  return (request, response) => {
    const [path = ''] = (request.url ?? '').split('?')
    if (path !== PICTURE_PATH && !path.startsWith(`${PICTURE_PATH}/`)) return false
    const answer = answerTo(request, response, origins())
    if (!isOwnHost(request) || !isOwnOrigin(request, origins())) answer.refuse('noPermission')
    else if (request.method === 'OPTIONS') answer.give(204, undefined, Buffer.alloc(0))
    else {
      const token = tokenOf(request)
      const asset = path.slice(PICTURE_PATH.length + 1)
      if (token === undefined) answer.refuse('roomAway')
      else if (request.method === 'POST' && asset === '') settle(take(token, request, answer), answer)
      else if (request.method === 'GET' && isAsset(asset)) settle(give(token, asset, answer), answer)
      else answer.refuse('missing')
    }
    return true
  }
}

/** Whatever a request was, it gets an answer. */
function settle(work: Promise<unknown>, answer: Answer): void {
  work.catch(() => answer.refuse('unexpected'))
}

async function passing(gate: Gate, who: string, answer: Answer, work: () => Promise<unknown>): Promise<void> {
  const leave = await gate.enter(who)
  if (!leave) return answer.refuse('unavailable')
  const late = setTimeout(answer.cut, LONGEST)
  try {
    await work()
  } finally {
    clearTimeout(late)
    leave()
  }
}

function tokenOf(request: IncomingMessage): string | undefined {
  return /^Bearer ([\w-]{1,200})$/.exec(request.headers.authorization ?? '')?.[1]
}

interface Answer {
  /** Resolves when it is sent, or cannot be any more. */
  give(status: number, type: string | undefined, body: Uint8Array): Promise<void>
  refuse(code: FailureCode): void
  cut(): void
}

function answerTo(request: IncomingMessage, response: ServerResponse, origins: readonly string[]): Answer {
  const give: Answer['give'] = (status, type, body) =>
    new Promise((resolve) => {
      response.on('close', resolve)
      if (response.headersSent || response.destroyed) return resolve()
      response.writeHead(status, {
        ...HEADERS,
        ...sharing(request, origins),
        ...(type === undefined ? {} : { 'Content-Type': type }),
        'Content-Length': body.length,
      })
      response.end(body)
    })
  return {
    give,
    refuse(code) {
      // What is left of the body would be read to its end, however long it is.
      if (!request.complete) {
        response.setHeader('Connection', 'close')
        response.on('finish', () => request.destroy())
      }
      void give(STATUS[code] ?? 400, 'application/json', Buffer.from(JSON.stringify({ code })))
    },
    cut: () => response.destroy(),
  }
}

/** A picture is only ever painted: as a page of its own it may do nothing, and no other page may have it. */
const HEADERS = {
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // A laptop that others use keeps no pictures of the room.
  'Cache-Control': 'no-store',
  Vary: 'Origin',
}

/** The desktop app's own windows, and pages of an earlier host, have another address than their hub; nobody else's page may read anything. */
function sharing(
  { headers: { origin } }: IncomingMessage,
  origins: readonly string[],
): Record<string, string> {
  if (origin === undefined || (origin !== APP_ORIGIN && !origins.includes(origin))) return {}
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Methods': 'GET, POST',
    'Access-Control-Allow-Headers': 'authorization, content-type',
    'Access-Control-Allow-Private-Network': 'true',
    'Access-Control-Max-Age': '600',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  }
}
