import { BinDialog } from '../bin/BinDialog'
import { SuggestedClusters } from '../clusters/SuggestedClusters'
import { StartEnergy } from '../energy/StartEnergy'
import { useSession, useSignal } from '../hooks'
import { StartOneTwoFourAll } from '../oneTwoFourAll/StartOneTwoFourAll'
import { Palette } from '../palette/Palette'
import { Shortcuts } from '../palette/Shortcuts'
import { StartWriting } from '../rounds/StartWriting'
import { SeatingDialog } from '../seating/SeatingDialog'
import { StartSpeaking } from '../speaking/StartSpeaking'
import { VoteDialog } from '../vote/VoteDialog'

/** The sheets that commands open over the board. */
export function Overlays() {
  const overlay = useSignal(useSession().overlay)
  if (overlay === 'clusters') return <SuggestedClusters />
  if (overlay === 'palette') return <Palette />
  if (overlay === 'shortcuts') return <Shortcuts />
  if (overlay === 'bin') return <BinDialog />
  if (overlay === 'tables') return <SeatingDialog />
  if (overlay === 'energy') return <StartEnergy />
  if (overlay === 'oneTwoFourAll') return <StartOneTwoFourAll />
  if (overlay === 'speaking') return <StartSpeaking />
  if (overlay === 'writing') return <StartWriting />
  if (overlay === 'vote') return <VoteDialog />
  return null
}
