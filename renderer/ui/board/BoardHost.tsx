import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import * as Y from 'yjs'
import type { FailureCode } from '#shared/failure'
import type { OpenedBoard } from '#shared/ipc/contract'
import { refusedWords } from '../../board/refusedWords'
import { renewReplica } from '../../board/renewReplica'
import type { Replica } from '../../board/replica'
import { createSession, type Session, type View } from '../../board/session'
import { ProjectorScreen } from '../../stages/rehearse/ProjectorScreen'
import type { Connect, Way } from '../connect'
import { OpenedBoardContext, SessionContext } from '../hooks'
import { useNotices } from '../kit/notices'
import { Looking } from '../looking/Looking'
import { BoardScreen } from './BoardScreen'
import { useRefused } from './useRefused'
import './board.css'

/**
 * Keeps a session alive while a board is on the screen. When the hub refuses an edit the session starts
 * afresh from the hub's board, and words that are not in it are shown to whoever typed them; when it refuses the person, or closes, they leave with a sentence. When words
 * were taken out of the board for good, a fresh session takes the place of this one without being seen to.
 */
export function BoardHost({
  connect,
  way,
  replica,
  isProjector,
  onOpened,
  onLeave,
}: {
  connect: Connect
  way: Way
  /** A line that is open already, from joining. */
  replica: Replica | null
  /** Shows the board to the room instead of to the person at this window. */
  isProjector: boolean
  /** Another board was opened in the place of this one. */
  onOpened: (board: OpenedBoard) => void
  /** `toRepair` is the board that was left to be repaired. */
  onLeave: (because: FailureCode | null, toRepair?: string) => void
}) {
  const { t } = useTranslation()
  const notices = useNotices()
  const given = useRef(replica)
  const [round, setRound] = useState(0)
  const [session, setSession] = useState<Session | null>(null)
  const rejected = useRef<{ readonly copy: Uint8Array; readonly view: View } | null>(null)
  const refused = useRefused()

  const follow = useEffectEvent((open: Session) => {
    const connection = open.replica.connection.get()
    if (connection.state === 'rejected') {
      const { doc } = open.replica
      // Who may not write at all may do none of it again; whatever was typed is given back to the person.
      rejected.current = { copy: Y.encodeStateAsUpdate(doc), view: open }
      setRound(round + 1)
    } else if (connection.state === 'refused') onLeave(connection.code)
    else if (connection.state === 'ended') onLeave(way.path === null ? 'roomClosed' : null)
  })

  const giveBack = useEffectEvent((copy: Uint8Array, room: Y.Doc) => {
    const words = refusedWords(copy, room)
    if (words.length > 0) refused.show(words)
    else notices.say({ words: t('board.rejected'), tone: 'failure' })
  })

  const sayRenewed = useEffectEvent(() => {
    if (!isProjector) notices.say({ words: t('purge.renewed') })
  })

  const sayRecovered = useEffectEvent((open: Session) => {
    if (open.replica.isRecovered.get()) notices.say({ words: t('board.recovered') })
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is a new session.
  useEffect(() => {
    const line = given.current ?? connect(way.address, way.greeting)
    given.current = null
    const back = rejected.current
    back?.view.editing.set(null)
    let open = createSession(line, back?.view)
    let isOver = false
    let stops: (() => void)[] = []
    let dropRenewal: (() => void) | undefined
    const stop = () => {
      for (const each of stops) each()
      dropRenewal?.()
    }
    const watch = () => {
      const { replica, tools } = open
      const renew = () => {
        if (dropRenewal || !replica.isOutdated.get()) return
        const credential = { kind: 'token', token: replica.token() } as const
        const connectAgain = () => connect({ ...way.address, credential }, way.greeting)
        dropRenewal = renewReplica(replica, connectAgain, tools.isIdle, replace)
      }
      stops = [
        replica.connection.subscribe(() => follow(open)),
        replica.isOutdated.subscribe(renew),
        replica.isRecovered.subscribe(() => sayRecovered(open)),
      ]
      follow(open)
      renew()
    }
    const replace = (fresh: Replica) => {
      dropRenewal = undefined
      stop()
      const old = open
      open = createSession(fresh, old)
      // At once, so that the next key already goes into the new one.
      flushSync(() => setSession(open))
      old.dispose()
      sayRenewed()
      watch()
    }
    void line.loaded.then(() => {
      if (isOver) return
      setSession(open)
      if (back) giveBack(back.copy, line.doc)
      rejected.current = null
    })
    watch()
    return () => {
      isOver = true
      stop()
      setSession(null)
      open.dispose()
    }
  }, [connect, way, round])

  if (!session)
    return (
      <main className="board-waiting">
        <p role="status">{t('board.opening')}</p>
      </main>
    )
  return (
    <OpenedBoardContext value={way.board ?? null}>
      <SessionContext value={session}>
        {isProjector ? (
          <ProjectorScreen />
        ) : (
          <Looking board={way.board ?? null} onOpened={onOpened}>
            {refused.dialog}
            <BoardScreen
              path={way.path}
              onLeave={(toRepair) => onLeave(null, toRepair && way.path !== null ? way.path : undefined)}
            />
          </Looking>
        )}
      </SessionContext>
    </OpenedBoardContext>
  )
}
