/** True when these characters, all below 256, stand at a place. */
export function startsWith(bytes: Uint8Array, at: number, characters: string): boolean {
  if (at < 0 || at + characters.length > bytes.length) return false
  for (let i = 0; i < characters.length; i++) if (bytes[at + i] !== characters.charCodeAt(i)) return false
  return true
}

/** An unsigned number of `length` bytes, the highest first; 0 for what lies behind the end. */
export function bigEndian(bytes: Uint8Array, at: number, length: number): number {
  let value = 0
  for (let i = 0; i < length; i++) value = value * 256 + (bytes[at + i] ?? 0)
  return value
}

/** An unsigned number of `length` bytes, the lowest first; 0 for what lies behind the end. */
export function littleEndian(bytes: Uint8Array, at: number, length: number): number {
  let value = 0
  for (let i = length - 1; i >= 0; i--) value = value * 256 + (bytes[at + i] ?? 0)
  return value
}

/** Parts of a file one behind the other. */
export interface Pieces {
  /** Takes the bytes from `start` up to `end`. */
  take(start: number, end: number): void
  add(bytes: Uint8Array): void
  join(): Uint8Array
}

/** Gathers parts of `bytes`; neighbours become one, since a file may have a million of them. */
export function piecesOf(bytes: Uint8Array): Pieces {
  const pieces: Uint8Array[] = []
  let open: [start: number, end: number] | undefined
  const close = () => {
    if (open) pieces.push(bytes.subarray(...open))
    open = undefined
  }
  return {
    take(start, end) {
      if (open && open[1] === start) open[1] = end
      else {
        close()
        open = [start, end]
      }
    },
    add(more) {
      close()
      pieces.push(more)
    },
    join() {
      close()
      const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
      let at = 0
      for (const piece of pieces) {
        whole.set(piece, at)
        at += piece.length
      }
      return whole
    },
  }
}
