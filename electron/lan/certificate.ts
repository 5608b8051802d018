import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** What a server shows and proves: the certificate that it signed itself, and its key. */
export interface Identity {
  /** PEM */
  readonly key: string
  /** PEM */
  readonly certificate: string
}

/** The fingerprint by which a certificate is known again: its SHA-256 in base64url, 43 letters. `der` are its bytes. */
export function printOf(der: Uint8Array): string {
  return createHash('sha256').update(der).digest('base64url')
}

/** The bytes in a PEM. */
export function derOf(pem: string): Uint8Array {
  return Buffer.from(pem.replace(/-----[^-]+-----/g, ''), 'base64')
}

/**
 * Makes a P-256 key and a certificate for it. Nobody vouches for it and it names nobody: whoever was told its
 * fingerprint knows it again. Node makes keys and signatures but no certificates; the few fields of this one are
 * written here.
 */
export function newIdentity(): Identity {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const serial = Buffer.concat([Buffer.of(0x40), randomBytes(15)])
  const name = sequence(set(sequence(oid(COMMON_NAME), element(UTF8, Buffer.from('Common Ground')))))
  const body = sequence(
    element(0xa0, element(INTEGER, Buffer.of(2))),
    element(INTEGER, serial),
    SIGNED_WITH,
    name,
    // Clocks of borrowed laptops are wrong; the fingerprint is what counts.
    sequence(
      element(UTC_TIME, Buffer.from('200101000000Z')),
      element(LONG_TIME, Buffer.from('99991231235959Z')),
    ),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = sign('sha256', body, privateKey)
  const certificate = sequence(body, SIGNED_WITH, element(BIT_STRING, Buffer.of(0), signature))
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: pemOf(certificate),
  }
}

// Tags and identifiers of X.509 (RFC 5280) in DER.
const INTEGER = 0x02
const BIT_STRING = 0x03
const UTF8 = 0x0c
const UTC_TIME = 0x17
const LONG_TIME = 0x18
const COMMON_NAME = [0x55, 0x04, 0x03]
const ECDSA_WITH_SHA256 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]
const SIGNED_WITH = sequence(oid(ECDSA_WITH_SHA256))

function element(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.of(tag, ...size), content])
}

function sequence(...parts: readonly Uint8Array[]): Buffer {
  return element(0x30, ...parts)
}

function set(...parts: readonly Uint8Array[]): Buffer {
  return element(0x31, ...parts)
}

function oid(bytes: readonly number[]): Buffer {
  return element(0x06, Buffer.from(bytes))
}

function pemOf(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}
