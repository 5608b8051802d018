import { useCallback, useEffect, useMemo, useState } from 'react'
import type * as Y from 'yjs'
import type { FailureCode, Result } from '#shared/failure'
import type { BoardVersion, BoardVersions } from '#shared/ipc/contract'
import { openVersion } from '../../board/openVersion'
import { usePlatform } from '../hooks'
import { useNotices } from '../kit/notices'
import { newestAnswer } from '../newestAnswer'

/** The kept versions of a board, and what can be done with the list. Null until they have been read. */
export function useVersions(path: string) {
  const { desktop } = usePlatform()
  const notices = useNotices()
  const [list, setList] = useState<BoardVersions | null>(null)

  const refresh = useMemo(
    () =>
      newestAnswer(
        async () => desktop?.listVersions(path),
        (found) => {
          if (found?.ok) setList(found.value)
          else if (found) notices.fail(found.failure)
        },
      ),
    [desktop, path, notices],
  )
  useEffect(() => void refresh(), [refresh])

  /** Does something and reads the list again; undefined when it failed, which is said. */
  const change = useCallback(
    async <T>(doing: Promise<Result<T>> | undefined): Promise<T | undefined> => {
      const done = await doing
      if (!done?.ok) {
        if (done) notices.fail(done.failure)
        return undefined
      }
      await refresh()
      return done.value
    },
    [refresh, notices],
  )

  return {
    list,
    keep: (name: string): Promise<BoardVersion | undefined> => change(desktop?.keepVersion(path, name)),
    rename: async (id: number, name: string): Promise<boolean> =>
      (await change(desktop?.renameVersion(path, id, name))) !== undefined,
    remove: async (id: number): Promise<boolean> =>
      (await change(desktop?.removeVersion(path, id))) !== undefined,
  }
}

export type OpenedVersion =
  | { readonly is: 'opening' }
  | { readonly is: 'open'; readonly doc: Y.Doc }
  | { readonly is: 'failed'; readonly code: FailureCode }

/** The document of one version. */
export function useOpenVersion(path: string, id: number): OpenedVersion {
  const { desktop } = usePlatform()
  const [opened, setOpened] = useState<OpenedVersion>({ is: 'opening' })
  useEffect(() => {
    let isHere = true
    let doc: Y.Doc | undefined
    setOpened({ is: 'opening' })
    void desktop?.readVersion(path, id).then((read) => {
      if (!isHere) return
      const found = read.ok ? openVersion(read.value) : read
      if (found.ok) doc = found.value
      setOpened(found.ok ? { is: 'open', doc: found.value } : { is: 'failed', code: found.failure.code })
    })
    return () => {
      isHere = false
      doc?.destroy()
    }
  }, [desktop, path, id])
  return opened
}
