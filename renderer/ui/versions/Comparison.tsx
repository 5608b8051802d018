import type { TFunction } from 'i18next'
import { CopyPlus, Undo2 } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { restoreBoard } from '#shared/board/actions/restore'
import type { Differences } from '#shared/board/differences'
import type { BoardVersion } from '#shared/ipc/contract'
import type { Session } from '../../board/session'
import { Wall } from '../../canvas/Wall'
import { ZoomControls } from '../board/ZoomControls'
import { SessionContext, usePlatform, useSession, useSignal } from '../hooks'
import { Button } from '../kit/Button'
import { Choice } from '../kit/Field'
import { useNotices } from '../kit/notices'
import { localeOf } from '../language'
import { chosenCards, copyChosen } from './copyChosen'
import { type TwoWalls, useDifferences, useTwoWalls } from './useTwoWalls'
import { VersionCards } from './VersionCards'
import { RestoreVersion } from './VersionDialogs'
import { nameOfVersion } from './versionName'

/** A version beside the board as it is now: what differs, and the two ways to get something back. */
export function Comparison({
  path,
  version,
  past,
  onRestored,
}: {
  path: string
  version: BoardVersion
  past: Y.Doc
  onRestored: () => void
}) {
  const { t, i18n } = useTranslation()
  const session = useSession()
  const canWrite = useSignal(session.canWrite)
  const since = useDifferences(past)
  const [isTogether, setTogether] = useState(true)
  const [shape, setShape] = useState<'wall' | 'list'>('wall')
  const walls = useTwoWalls(past, isTogether)
  const restoring = useRestore(path, version, past, onRestored)
  const when = new Intl.DateTimeFormat(localeOf(i18n.language), { dateStyle: 'full', timeStyle: 'short' })
  if (!walls || !since) return null
  return (
    <>
      <header className="comparison-head">
        <div>
          <h3 dir="auto">{nameOfVersion(t, version)}</h3>
          <p className="comparison-when">{when.format(version.made)}</p>
          <p role="status">{inWords(t, since)}</p>
        </div>
        {canWrite && (
          <Button icon={Undo2} onClick={restoring.ask}>
            {t('versions.restore')}
          </Button>
        )}
      </header>
      <div className="comparison-tools">
        <Choice
          legend={t('versions.showAs')}
          legendUnseen
          options={[
            { value: 'wall', label: t('versions.asWall') },
            { value: 'list', label: t('versions.asList') },
          ]}
          value={shape}
          onChoose={setShape}
        />
        {shape === 'wall' && (
          <label className="comparison-together">
            <input
              type="checkbox"
              checked={isTogether}
              onChange={(event) => setTogether(event.currentTarget.checked)}
            />
            {t('versions.together')}
          </label>
        )}
        {canWrite && <CopyButton walls={walls} />}
      </div>
      <div className="comparison-panes">
        <Pane name={t('versions.then')}>
          {shape === 'wall' ? (
            <LookedAt session={walls.past} name={t('versions.wallThen')} hint={t('versions.hintThen')} />
          ) : (
            <VersionCards past={walls.past} since={since} />
          )}
        </Pane>
        <Pane name={t('versions.now')}>
          <LookedAt session={walls.present} name={t('versions.wallNow')} hint={t('versions.hintNow')} />
        </Pane>
      </div>
      {restoring.isAsking && (
        <RestoreVersion
          since={since}
          isBusy={restoring.isBusy}
          onRestore={() => void restoring.restore()}
          onClose={restoring.cancel}
        />
      )}
    </>
  )
}

function inWords(t: TFunction, { added, gone, changed }: Differences): string {
  if (added.size + gone.size + changed.size === 0) return t('versions.same')
  return t('versions.since', {
    added: t('versions.added', { count: added.size }),
    gone: t('versions.gone', { count: gone.size }),
    changed: t('versions.changed', { count: changed.size }),
  })
}

function Pane({ name, children }: { name: string; children: ReactNode }) {
  const heading = useId()
  return (
    <section className="comparison-pane" aria-labelledby={heading}>
      <h4 id={heading}>{name}</h4>
      <div className="comparison-wall">{children}</div>
    </section>
  )
}

function LookedAt({ session, name, hint }: { session: Session; name: string; hint: string }) {
  return (
    <SessionContext value={session}>
      <Wall session={session} label={{ name, hint }} />
      <ZoomControls />
    </SessionContext>
  )
}

function CopyButton({ walls }: { walls: TwoWalls }) {
  const { t } = useTranslation()
  const board = useSession()
  const notices = useNotices()
  useSignal(walls.past.selection.ids)
  const count = chosenCards(walls.past).size
  if (count === 0) return <p className="comparison-hint">{t('versions.copyNone')}</p>
  const copy = () => {
    const { count, takeBack } = copyChosen(board, walls)
    notices.say({
      words: t('versions.copied', { count }),
      action: { label: t('versions.undo'), run: takeBack },
    })
  }
  return (
    <Button tone="primary" icon={CopyPlus} onClick={copy}>
      {t('versions.copy', { count })}
    </Button>
  )
}

/** Asks, keeps the board as it is, and then puts it back as one undo step. */
function useRestore(path: string, version: BoardVersion, past: Y.Doc, onRestored: () => void) {
  const { t } = useTranslation()
  const { desktop } = usePlatform()
  const { undo, writer } = useSession()
  const notices = useNotices()
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const restore = async () => {
    setBusy(true)
    const kept = await desktop?.keepBeforeRestore(path)
    setBusy(false)
    setAsking(false)
    if (!kept?.ok) {
      if (kept) notices.fail(kept.failure)
      return
    }
    undo.mark()
    restoreBoard(writer, past)
    undo.mark()
    onRestored()
    notices.say({
      words: t('versions.restored', { name: nameOfVersion(t, version) }),
      action: { label: t('versions.undo'), run: undo.undo },
    })
  }
  return { isAsking, isBusy, restore, ask: () => setAsking(true), cancel: () => setAsking(false) }
}
