import { useEffect, useState } from 'react'
import type { KnownExport } from '#shared/ipc/contract'
import { usePlatform } from '../hooks'

/** What is known of a board beside its document. */
export function useKnownFacts(path: string): {
  /** The copies that left; null until they are known. */
  readonly copies: readonly KnownExport[] | null
  /** The names of damaged files beside it. */
  readonly damaged: readonly string[]
  readonly versionNames: readonly string[]
} {
  const { desktop } = usePlatform()
  const [copies, setCopies] = useState<readonly KnownExport[] | null>(null)
  const [damaged, setDamaged] = useState<readonly string[]>([])
  const [versionNames, setVersionNames] = useState<readonly string[]>([])
  useEffect(() => {
    let isHere = true
    void desktop?.listExports(path).then((listed) => {
      if (isHere && listed.ok) setCopies(listed.value)
    })
    void desktop?.listDamaged(path).then((names) => {
      if (isHere) setDamaged(names)
    })
    void desktop?.listVersions(path).then((listed) => {
      if (isHere && listed.ok) setVersionNames(listed.value.versions.map(({ name }) => name))
    })
    return () => {
      isHere = false
    }
  }, [desktop, path])
  return { copies, damaged, versionNames }
}
