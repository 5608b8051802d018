import type { Deed } from '../commands/deeds'
import { usePlatform, useSession, useSignal } from '../hooks'
import { useIsHost } from '../room/useIsHost'

/** What can be asked for about this window and its board. */
export function useWindowDeeds({
  path,
  onHome,
  onVersions,
}: {
  path: string | null
  onHome: () => void
  onVersions: () => void
}): readonly Deed[] {
  const { desktop } = usePlatform()
  const { overlay, canWrite } = useSession()
  const isWriter = useSignal(canWrite)
  const isOnDesktop = desktop !== null && path !== null
  const isHost = useIsHost() && isOnDesktop
  return [
    { id: 'settings', isPossible: true, run: () => overlay.set('settings') },
    { id: 'openRoom', isPossible: isHost && isWriter, run: () => overlay.set('room') },
    {
      id: 'present',
      isPossible: isOnDesktop,
      run: () => {
        if (isOnDesktop) void desktop.openProjector(path)
      },
    },
    { id: 'versions', isPossible: isHost, run: onVersions },
    { id: 'fullScreen', isPossible: document.fullscreenEnabled, run: () => void toggleFullScreen() },
    desktop ? { id: 'home', isPossible: true, run: onHome } : { id: 'leave', isPossible: true, run: onHome },
  ]
}

async function toggleFullScreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen()
  else await document.documentElement.requestFullscreen()
}
