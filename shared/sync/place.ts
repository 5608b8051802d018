import { z } from 'zod'

/** Where a room can be reached by a desktop app. */
export const roomPlace = z.object({
  /** A name or an address, without brackets. */
  host: z.string().min(1).max(253),
  port: z.number().int().min(1).max(65_535),
  /** The SHA-256 of the host's certificate, as `readPrint` gives it; empty when nobody has said it. */
  print: z.string().max(43),
})
export type RoomPlace = z.infer<typeof roomPlace>

/** What somebody typed or pasted to reach a room. */
export interface TypedPlace {
  readonly place: RoomPlace
  /** Empty when it says none. */
  readonly code: string
}

/** The port a room is first looked for at: one that people can learn. */
export const ROOM_PORT = 4747

/** UTF-16 units; a pasted link is shorter. */
const LONGEST = 500

/**
 * Reads an address such as `192.168.1.5:4747`, or an invitation link such as `http://192.168.1.5:4747/#K7M2QP` or
 * `http://192.168.1.5:4747/#code=K7M2QP&print=…`. Undefined when it is neither.
 */
export function readPlace(typed: string): TypedPlace | undefined {
  if (typed.length > LONGEST) return undefined
  const found = LINK.exec(latinDigits(typed.trim()))
  if (!found?.groups) return undefined
  const { bracketed, name, port = String(ROOM_PORT), hash = '' } = found.groups
  const host = (bracketed ?? name ?? '').toLowerCase()
  const place = roomPlace.safeParse({ host, port: Number(port), print: '' })
  if (!place.success || !isHost(host, bracketed !== undefined)) return undefined
  if (!hash.includes('=')) return { place: place.data, code: hash }
  const said = new Map(hash.split('&').map((pair) => pair.split('=', 2) as [string, string | undefined]))
  const print = readPrint(said.get('print') ?? '')
  // One letter more or less in a fingerprint is another computer: better no link than a link to anybody.
  if (print === undefined) return undefined
  return { place: { ...place.data, print }, code: said.get('code') ?? '' }
}

/** The link that holds all that a desktop app needs to come in. */
export function linkTo({ host, port, print }: RoomPlace, code: string): string {
  const at = host.includes(':') ? `[${host}]` : host
  return `http://${at}:${port}/#code=${code}${print === '' ? '' : `&print=${print}`}`
}

/** A fingerprint as it stands in links and records: 43 letters of base64url, or nothing. Undefined for anything else. */
export function readPrint(print: string): string | undefined {
  return /^([\w-]{43})?$/.test(print) ? print : undefined
}

/**
 * What people compare of a fingerprint, read from one screen to another: three groups of four letters, none of which
 * looks like another. Empty for no fingerprint.
 */
export function signOf(print: string): string {
  if (print === '' || readPrint(print) === undefined) return ''
  let number = [...print].slice(0, SIGNIFICANT).reduce((sum, letter) => sum * 64n + sixth(letter), 0n)
  let sign = ''
  for (let at = 0; at < 12; at++) {
    sign += SIGN_LETTERS[Number(number % BigInt(SIGN_LETTERS.length))]
    number /= BigInt(SIGN_LETTERS.length)
  }
  return sign.replace(/(.{4})(?=.)/g, '$1 ')
}

/** Those of the codes of rooms. */
const SIGN_LETTERS = '34679ACDEFGHJKMNPQRTWXY'
/** Letters of a fingerprint that its sign is made of: 66 bits, of which twelve letters hold 54. */
const SIGNIFICANT = 11
const sixth = (letter: string): bigint =>
  BigInt('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.indexOf(letter))

/** True when both lead to the same door. */
export const isSamePlace = (a: RoomPlace, b: RoomPlace): boolean => a.host === b.host && a.port === b.port

const LINK =
  /^(?:(?:https?|wss?):\/\/)?(?:\[(?<bracketed>[0-9a-f:.]{2,45})\]|(?<name>[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?))(?::(?<port>\d{1,5}))?(?:\/[^#?]*)?(?:\?[^#]*)?(?:#\/?(?<hash>[\w=&%-]*))?$/i

/** A name that is only digits and dots has to be an address. */
function isHost(host: string, isBracketed: boolean): boolean {
  if (isBracketed) return host.includes(':')
  if (!/^[\d.]+$/.test(host)) return !host.includes('..')
  const parts = host.split('.')
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)
}

/** Arabic and Persian keyboards write their own digits. */
function latinDigits(typed: string): string {
  return typed.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
}
