import { EyeOff, type LucideIcon, MicVocal, Smile, Timer, UsersRound, Vote } from 'lucide-react'
import type { ComponentType } from 'react'
import type { RoundKindName } from '#shared/room/round'
import type { CommandId } from '../../board/commands/command'
import { MoreTime } from './MoreTime'
import { TimerLead } from './TimerLead'
import { WritingLead } from './WritingLead'

/** What the sheet of rounds has for one kind. */
export interface RoundPart {
  readonly icon: LucideIcon
  readonly name:
    | 'timer.title'
    | 'writing.title'
    | 'vote.title'
    | 'speaking.title'
    | 'circles.title'
    | 'energy.result'
  /** What there is to order from that sheet while it runs. */
  readonly Lead: ComponentType<{ readonly onDone: () => void }>
}

export const ROUND_PARTS: { readonly [K in RoundKindName]?: RoundPart } = {
  timer: { icon: Timer, name: 'timer.title', Lead: TimerLead },
  writing: { icon: EyeOff, name: 'writing.title', Lead: WritingLead },
  vote: { icon: Vote, name: 'vote.title', Lead: MoreTime },
  speaking: { icon: MicVocal, name: 'speaking.title', Lead: MoreTime },
  energy: { icon: Smile, name: 'energy.result', Lead: MoreTime },
  oneTwoFourAll: { icon: UsersRound, name: 'circles.title', Lead: MoreTime },
}

type RoundStart = Extract<
  CommandId,
  'startWriting' | 'startVote' | 'startSpeaking' | 'startOneTwoFourAll' | 'startEnergy'
>

/** The commands that begin a round and ask for what it needs; the first two are wanted most. */
export const ROUND_STARTS: readonly { readonly id: RoundStart; readonly icon: LucideIcon }[] = [
  { id: 'startWriting', icon: EyeOff },
  { id: 'startVote', icon: Vote },
  { id: 'startSpeaking', icon: MicVocal },
  { id: 'startOneTwoFourAll', icon: UsersRound },
  { id: 'startEnergy', icon: Smile },
]
