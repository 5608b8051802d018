import { type Result, success } from '#shared/failure'
import { removeEarlier } from './earlierGenerations'
import { failureOf } from './failureOf'
import { generationOf } from './generationOf'
import type { FileCodec } from './openCodec'
import type { OpenDatabase } from './openDatabase'
import type { Steps } from './steps'
import { type Generation, generationSteps, type Late } from './writeGeneration'

/** The whole document of a file, packed, up to the update `through`. */
export type Folded = Pick<Generation, 'packed' | 'through'>

/** What a file is to be when it is written afresh. */
export interface Rewriting {
  readonly change?: (generation: Generation) => Generation
  /** Nothing of the old file stays, and the generations before it go as well. */
  readonly previous?: null
  readonly sealing?: FileCodec
}

/**
 * Writes the file at `path` afresh. Between the steps it may be appended to; whatever else is written then is lost.
 * On failure the file is as it was. The value is what was appended meanwhile.
 */
export function rewriteFile(
  path: string,
  inside: OpenDatabase,
  { packed, through }: Folded,
  { change = (generation) => generation, previous, sealing = inside.sealing() }: Rewriting,
): Steps<Result<Late>> {
  return inside.replace(sealing, (database, swap) => {
    const present = generationOf(database, inside.codec(), packed, through)
    const meta = new Map(present.meta)
    if (sealing.wrapped === null) meta.delete('key')
    else meta.set('key', sealing.wrapped)
    return generationSteps(path, change({ ...present, meta }), {
      codec: sealing.codec,
      beforeSwap() {
        swap.check()
        // They hold what is to be gone. A failure here leaves the file itself as it was.
        if (previous === null) removeEarlier(path)
        swap.close()
      },
      ...(previous === undefined ? {} : { previous }),
    })
  })
}

/** Writes everything in the file at `path` to another one, `to`, sealed as the first is; between the steps as above. */
export function* copyFile(
  path: string,
  inside: OpenDatabase,
  { packed, through }: Folded,
  to: string,
  change: (generation: Generation) => Generation,
): Steps<Result<void>> {
  const whole = inside.read((database) => generationOf(database, inside.codec(), packed, through))
  if (!whole.ok) return whole
  try {
    yield* generationSteps(to, change(whole.value), { codec: inside.codec() })
    return success(undefined)
  } catch (error) {
    return failureOf(error, path)
  }
}
