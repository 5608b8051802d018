import { useEffect, useRef, useState } from 'react'
import { describeBoard } from '#shared/board/actions/report'
import type { Stage } from '#shared/board/vocabulary'
import { useSession, useSignal, useSingleton } from '../hooks'

/**
 * The stage that this window shows. It follows the room until the person looks at another one; whoever
 * leads the room takes the room along.
 */
export function useStage(): {
  stage: Stage
  /** Whoever leads keeps everybody at the stage of the room. */
  isHeld: boolean
  /** Goes to a stage, with the room when this person leads it. */
  show: (stage: Stage) => void
  /** Goes to a stage in this window only. */
  look: (stage: Stage) => void
} {
  const session = useSession()
  const room = useSingleton('meta').stage
  const me = useSignal(session.replica.me)
  const [stage, setStage] = useState(room)
  const { isStageLocked } = useSignal(session.replica.guidance)
  const isHeld = isStageLocked && me?.role !== 'facilitator'
  const before = useRef(room)
  useEffect(() => {
    if (room === before.current) return
    const was = before.current
    before.current = room
    setStage((now) => (now === was ? room : now))
  }, [room])
  useEffect(() => {
    if (isHeld) setStage(room)
  }, [isHeld, room])
  return {
    stage: isHeld ? room : stage,
    isHeld,
    look(next) {
      if (!isHeld) setStage(next)
    },
    show(next) {
      if (isHeld) return
      setStage(next)
      if (me?.role !== 'facilitator' || next === room) return
      // Where the room stands is not a piece of work: undo must not lead it back.
      const { doc, person, now } = session.writer
      before.current = next
      describeBoard({ doc, person, now, origin: null }, { stage: next })
    },
  }
}
