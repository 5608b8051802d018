import { useCallback, useEffect, useState } from 'react'
import type { Failure, FailureCode } from '#shared/failure'
import type { OpenedBoard } from '#shared/ipc/contract'
import type { Replica } from '../board/replica'
import type { Platform } from '../platform/platform'
import { BoardHost } from './board/BoardHost'
import type { Connect, Way } from './connect'
import { useDamage } from './damage/useDamage'
import { Home } from './home/Home'
import { PlatformContext } from './hooks'
import { JoinScreen } from './join/JoinScreen'
import { endVisit } from './join/visits'
import { NoticeBoard, useNotices } from './kit/notices'
import { useLocked } from './passphrase/useLocked'

type Place =
  | { readonly at: 'home' }
  | { readonly at: 'join'; readonly because: FailureCode | null }
  | { readonly at: 'board'; readonly way: Way; readonly replica: Replica | null; readonly view: View }
type View = 'board' | 'projector'

/** The whole interface of one window. */
export function App({ platform, connect }: { platform: Platform; connect: Connect }) {
  return (
    <PlatformContext value={platform}>
      <NoticeBoard>
        <Places platform={platform} connect={connect} />
      </NoticeBoard>
    </PlatformContext>
  )
}

function Places({ platform, connect }: { platform: Platform; connect: Connect }) {
  const notices = useNotices()
  const [place, setPlace] = useState<Place>(() => firstPlace(platform))
  const show = useCallback((board: OpenedBoard) => setPlace(boardPlace(platform, board, 'board')), [platform])
  const damage = useDamage(show)
  const { tell, dialog } = useLocked(show, damage.tell)

  useEffect(() => {
    const unforeseen = () => notices.fail({ code: 'unexpected' })
    window.addEventListener('unhandledrejection', unforeseen)
    return () => window.removeEventListener('unhandledrejection', unforeseen)
  }, [notices])

  useEffect(
    () =>
      platform.desktop?.onBoardOpened((opened) => {
        if (opened.ok) show(opened.value)
        else tell(opened.failure)
      }),
    [platform, show, tell],
  )

  return (
    <>
      <Screen
        platform={platform}
        connect={connect}
        place={place}
        setPlace={setPlace}
        show={show}
        tell={tell}
      />
      {damage.dialog}
      {dialog}
    </>
  )
}

function Screen({
  platform,
  connect,
  place,
  setPlace,
  show,
  tell,
}: {
  platform: Platform
  connect: Connect
  place: Place
  setPlace: (place: Place) => void
  show: (board: OpenedBoard) => void
  tell: (failure: Failure) => void
}) {
  const notices = useNotices()
  if (place.at === 'home') return <Home onOpened={show} onFailed={tell} />
  if (place.at === 'join')
    return (
      <JoinScreen
        connect={connect}
        because={place.because}
        onJoined={(way, replica) => setPlace({ at: 'board', way, replica, view: viewOfPage() })}
      />
    )
  return (
    <BoardHost
      key={place.way.address.url + (place.way.path ?? '')}
      connect={connect}
      way={place.way}
      replica={place.replica}
      isProjector={place.view === 'projector'}
      onOpened={show}
      onLeave={(because, toRepair) => {
        if (platform.desktop) {
          if (because) notices.fail({ code: because })
          // Whom a room sent away is asked anew when they open their copy.
          if (because && place.way.path !== null) void platform.desktop.closeBoard(place.way.path)
          setPlace({ at: 'home' })
          if (toRepair !== undefined) tell({ code: 'corrupt', path: toRepair })
        } else {
          // Whoever was sent out may be known again.
          const isOver = because === null || because === 'roomClosed'
          void (isOver ? endVisit(platform) : Promise.resolve()).then(() => setPlace({ at: 'join', because }))
        }
      }}
    />
  )
}

function viewOfPage(): View {
  return new URLSearchParams(location.search).get('view') === 'projector' ? 'projector' : 'board'
}

function firstPlace(platform: Platform): Place {
  const { desktop } = platform
  if (!desktop) return { at: 'join', because: null }
  const projector = desktop.view === 'projector' || viewOfPage() === 'projector'
  return desktop.board
    ? boardPlace(platform, desktop.board, projector ? 'projector' : 'board')
    : { at: 'home' }
}

function boardPlace(platform: Platform, board: OpenedBoard, view: View): Place {
  const { path, url, token } = board
  const greeting = {
    name: platform.settings.get().name.trim(),
    side: 'facilitator' as const,
    languages: [],
    ...(view === 'projector' ? { watch: true } : {}),
  }
  return {
    at: 'board',
    view,
    replica: null,
    way: { address: { url, credential: { kind: 'token', token } }, greeting, path, board },
  }
}
