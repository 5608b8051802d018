import { z } from 'zod'
import { energySettings, energyShown } from './energy'
import { oneTwoFourAllAsk, oneTwoFourAllSettings, oneTwoFourAllShown } from './oneTwoFourAll'
import { speakingAsk, speakingSettings, speakingShown } from './speaking'
import { roundTime, timeLeft } from './time'
import { timerSettings, timerShown } from './timer'
import { voteSettings, voteShown } from './vote'
import { writingAsk, writingSettings, writingShown } from './writing'

/**
 * A round is something that a room does together for a while: one at a time, begun, lengthened and ended by whoever
 * leads the room. Each kind has a file of its own here with what it is begun with (`settings`), what a person may ask
 * inside it (`ask`) and what they are shown of it (`shown`), and one in `electron/hub/rounds/` with its rules.
 */
export const roundSettings = z.discriminatedUnion('kind', [
  timerSettings,
  writingSettings,
  voteSettings,
  speakingSettings,
  oneTwoFourAllSettings,
  energySettings,
])
export type RoundSettings = z.infer<typeof roundSettings>
export type RoundKindName = RoundSettings['kind']
export type SettingsOf<K extends RoundKindName> = Extract<RoundSettings, { kind: K }>

/** What a person may ask inside the round that runs. A kind in which nothing is asked has none. */
export const roundAsk = z.discriminatedUnion('kind', [writingAsk, speakingAsk, oneTwoFourAllAsk])
export type RoundAsk = z.infer<typeof roundAsk>
export type AskOf<K extends RoundKindName> = Extract<RoundAsk, { kind: K }>

/** What one window is shown of a round; others may be shown something else. */
export const roundShown = z.discriminatedUnion('kind', [
  timerShown,
  writingShown,
  voteShown,
  speakingShown,
  oneTwoFourAllShown,
  energyShown,
])
export type RoundShown = z.infer<typeof roundShown>
export type ShownOf<K extends RoundKindName> = Extract<RoundShown, { kind: K }>

const roundId = z.string().min(1).max(40)

/**
 * What only a facilitator may order. Every order but the first names the round that it means: one that is over by then
 * stays over, and the next one untouched.
 */
export const roundOrder = z.discriminatedUnion('do', [
  /** Begins a round. One in which something could be lost must be ended or cancelled first. */
  z.object({ do: z.literal('begin'), settings: roundSettings }),
  /** Goes on to the next step of a kind that has steps. */
  z.object({ do: z.literal('next'), round: roundId }),
  /** Lengthens the time, or begins it again when it is up. */
  z.object({ do: z.literal('addTime'), round: roundId, ms: roundTime }),
  /** Ends the round: what was sealed is revealed on the wall, around `at` in world units when that is given. */
  z.object({
    do: z.literal('end'),
    round: roundId,
    at: z.tuple([z.number().finite(), z.number().finite()]).optional(),
  }),
  /** Ends the round without an outcome. What people wrote stays theirs until they let go of it. */
  z.object({ do: z.literal('cancel'), round: roundId }),
])
export type RoundOrder = z.infer<typeof roundOrder>

/** The round that runs, as one window is told of it. */
export const shownRound = z.object({
  id: roundId,
  /** Null without an end. */
  time: timeLeft.nullable(),
  /** The name of the document that this person has in it, alone or with others; null when they have none. */
  document: z.string().min(1).max(40).nullable(),
  shown: roundShown,
})
export type ShownRound = z.infer<typeof shownRound>

/** The round that runs, as desktops are told of it that would host the room: nothing in it is sealed. */
export const carriedRound = z.object({
  id: roundId,
  settings: roundSettings,
  /** The person who began it. */
  by: z.string(),
  time: timeLeft.nullable(),
  /** Known to the kind. */
  state: z.unknown(),
})
export type CarriedRound = z.infer<typeof carriedRound>

/** A round that was cancelled, in which whoever is told has something left. */
export const leftover = z.object({ round: roundId, settings: roundSettings })
export type Leftover = z.infer<typeof leftover>
