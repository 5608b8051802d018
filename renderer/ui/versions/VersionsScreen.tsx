import { ArrowLeft } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardVersion } from '#shared/ipc/contract'
import { useSession, useSignal } from '../hooks'
import { IconButton } from '../kit/Button'
import { useNotices } from '../kit/notices'
import { Comparison } from './Comparison'
import { KeepVersion } from './KeepVersion'
import { useOpenVersion, useVersions } from './useVersions'
import { RemoveVersion, RenameVersion } from './VersionDialogs'
import { VersionList } from './VersionList'
import { nameOfVersion } from './versionName'
import './versions.css'

type Asking = { readonly to: 'rename' | 'remove'; readonly version: BoardVersion }

/** The kept versions of the board at `path`, and the chosen one beside the board as it is now. */
export function VersionsScreen({ path, onClose }: { path: string; onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const canWrite = useSignal(session.canWrite)
  const notices = useNotices()
  const versions = useVersions(path)
  const [chosen, setChosen] = useState<number | null>(null)
  const [asking, setAsking] = useState<Asking | null>(null)
  const back = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    const before = document.activeElement
    back.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])

  const list = versions.list?.versions ?? []
  const shown = list.find(({ id }) => id === chosen) ?? list[0]
  const damaged = versions.list?.damaged ?? 0

  const keep = async (name: string) => {
    const kept = await versions.keep(name)
    if (!kept) return false
    setChosen(kept.id)
    notices.say({ words: t('versions.kept', { name }) })
    return true
  }
  const remove = async (version: BoardVersion) => {
    setAsking(null)
    if (await versions.remove(version.id))
      notices.say({ words: t('versions.removed', { name: nameOfVersion(t, version) }) })
  }
  const rename = async (version: BoardVersion, name: string) => {
    setAsking(null)
    await versions.rename(version.id, name)
  }

  return (
    <main
      className="versions"
      aria-labelledby="versions-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
    >
      <div className="versions-side">
        <div className="versions-head">
          <IconButton ref={back} icon={ArrowLeft} mirrors label={t('versions.back')} onClick={onClose} />
          <h2 id="versions-title">{t('versions.title')}</h2>
        </div>
        <p className="versions-lead">{t('versions.lead')}</p>
        {canWrite && <KeepVersion onKeep={keep} />}
        {damaged > 0 && <p className="versions-damaged">{t('versions.damaged', { count: damaged })}</p>}
        {versions.list && list.length === 0 && <p className="versions-lead">{t('versions.empty')}</p>}
        <VersionList
          versions={list}
          chosen={shown?.id ?? null}
          canWrite={canWrite}
          onChoose={setChosen}
          onRename={(version) => setAsking({ to: 'rename', version })}
          onRemove={(version) => setAsking({ to: 'remove', version })}
        />
      </div>
      <div className="comparison">
        {shown ? (
          <Shown key={shown.id} path={path} version={shown} onRestored={onClose} />
        ) : (
          <p className="versions-empty">{t(versions.list ? 'versions.choose' : 'versions.loading')}</p>
        )}
      </div>
      {asking?.to === 'rename' && (
        <RenameVersion
          version={asking.version}
          onRename={(name) => void rename(asking.version, name)}
          onClose={() => setAsking(null)}
        />
      )}
      {asking?.to === 'remove' && (
        <RemoveVersion
          version={asking.version}
          onRemove={() => void remove(asking.version)}
          onClose={() => setAsking(null)}
        />
      )}
    </main>
  )
}

function Shown({
  path,
  version,
  onRestored,
}: {
  path: string
  version: BoardVersion
  onRestored: () => void
}) {
  const { t } = useTranslation()
  const opened = useOpenVersion(path, version.id)
  if (opened.is === 'open')
    return <Comparison path={path} version={version} past={opened.doc} onRestored={onRestored} />
  return (
    <p className="versions-empty" role={opened.is === 'failed' ? 'alert' : 'status'}>
      {opened.is === 'failed' ? t(`failures.${opened.code}`) : t('versions.opening')}
    </p>
  )
}
