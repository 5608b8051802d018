import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Differences } from '#shared/board/differences'
import type { BoardVersion } from '#shared/ipc/contract'
import { Button } from '../kit/Button'
import { Dialog } from '../kit/Dialog'
import { TextField } from '../kit/Field'
import { LONGEST_NAME } from './KeepVersion'
import { nameOfVersion } from './versionName'

/** Gives a version another name; one that was kept by itself stays for good from then on. */
export function RenameVersion({
  version,
  onRename,
  onClose,
}: {
  version: BoardVersion
  onRename: (name: string) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [name, setName] = useState(version.name)
  const [isMissing, setMissing] = useState(false)
  const rename = (event: SubmitEvent) => {
    event.preventDefault()
    const given = name.trim()
    setMissing(given === '')
    if (given !== '') onRename(given)
  }
  return (
    <Dialog title={t('versions.renameTitle')} onClose={onClose}>
      <form className="version-dialog" onSubmit={rename} noValidate>
        <TextField
          label={t('versions.name')}
          error={isMissing ? t('versions.nameNeeded') : undefined}
          value={name}
          maxLength={LONGEST_NAME}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button submits tone="primary">
            {t(version.kind === 'named' ? 'versions.rename' : 'versions.giveName')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Asks before a version is removed, since nothing brings it back. */
export function RemoveVersion({
  version,
  onRemove,
  onClose,
}: {
  version: BoardVersion
  onRemove: () => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('versions.removeTitle')} onClose={onClose}>
      <p>{t('versions.removeWhat', { name: nameOfVersion(t, version) })}</p>
      <div className="dialog-foot">
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        <Button tone="danger" onClick={onRemove}>
          {t('versions.remove')}
        </Button>
      </div>
    </Dialog>
  )
}

/** Says what putting the board back will do, before it is done. */
export function RestoreVersion({
  since,
  isBusy,
  onRestore,
  onClose,
}: {
  since: Differences
  isBusy: boolean
  onRestore: () => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('versions.restoreTitle')} onClose={onClose}>
      <p>{t('versions.restoreWhat')}</p>
      <p>
        {t('versions.restoreWall', {
          returns: t('versions.returns', { count: since.gone.size }),
          leaves: t('versions.leaves', { count: since.added.size }),
          turns: t('versions.turns', { count: since.changed.size }),
        })}
      </p>
      <p>{t('versions.restoreSafe')}</p>
      <div className="dialog-foot">
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        <Button tone="primary" disabled={isBusy} onClick={onRestore}>
          {t('versions.restoreDo')}
        </Button>
      </div>
    </Dialog>
  )
}
