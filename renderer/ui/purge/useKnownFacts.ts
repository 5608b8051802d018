import { useEffect, useState } from 'react'
import type { KnownExport } from '#shared/ipc/contract'
import { usePlatform } from '../hooks'

/** What a board's file knows beside its document: the copies that left, null until they are known, and names of versions. */
export function useKnownFacts(path: string): {
  readonly copies: readonly KnownExport[] | null
  readonly versionNames: readonly string[]
} {
  const { desktop } = usePlatform()
  const [copies, setCopies] = useState<readonly KnownExport[] | null>(null)
  const [versionNames, setVersionNames] = useState<readonly string[]>([])
  useEffect(() => {
    let isHere = true
    void desktop?.listExports(path).then((listed) => {
      if (isHere && listed.ok) setCopies(listed.value)
    })
    void desktop?.listVersions(path).then((listed) => {
      if (isHere && listed.ok) setVersionNames(listed.value.versions.map(({ name }) => name))
    })
    return () => {
      isHere = false
    }
  }, [desktop, path])
  return { copies, versionNames }
}
