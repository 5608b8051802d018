import { GuideBanner } from '../guiding/GuideBanner'
import { YourTable } from '../seating/YourTable'
import { SilenceBanner } from '../silence/SilenceBanner'
import './roomNotes.css'

/** What holds for the room at the moment, said below the bar for as long as it lasts. */
export function RoomNotes({
  isWall,
}: {
  /** The wall is shown, and not a page of its own. */ isWall: boolean
}) {
  return (
    <div className="room-notes">
      <YourTable />
      {isWall && <SilenceBanner />}
      {isWall && <GuideBanner />}
    </div>
  )
}
