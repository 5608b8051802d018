/**
 * Turns bytes with words into what a board file holds, and back. `place` names the record (table and number):
 * sealed bytes that were moved elsewhere do not open.
 */
export interface Codec {
  seal(place: string, bytes: Uint8Array): Uint8Array
  /** Undefined when the bytes were changed, moved, or sealed with another key. */
  unseal(place: string, bytes: Uint8Array): Uint8Array | undefined
}

/** Of a board without a passphrase. */
export const plainCodec: Codec = { seal: (_, bytes) => bytes, unseal: (_, bytes) => bytes }
