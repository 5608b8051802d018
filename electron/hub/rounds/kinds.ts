import type { RoundKindName } from '#shared/room/round'
import { energy } from './energy'
import type { RoundKind } from './kind'
import { oneTwoFourAll } from './oneTwoFourAll'
import { speaking } from './speaking'
import { timer } from './timer'
import { vote } from './vote'
import { writing } from './writing'

/** Every kind of round, by its name. */
export const ROUND_KINDS: { readonly [K in RoundKindName]: RoundKind<K> } = {
  timer,
  writing,
  vote,
  speaking,
  oneTwoFourAll,
  energy,
}
