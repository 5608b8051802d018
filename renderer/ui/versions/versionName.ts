import type { TFunction } from 'i18next'
import type { BoardVersion } from '#shared/ipc/contract'

/** What a version is called: the name it was given, or why it was kept. */
export function nameOfVersion(t: TFunction, { kind, name, stage }: BoardVersion): string {
  if (kind === 'stage') return t('versions.stageEnded', { stage: t(`stages.${stage}`) })
  if (kind === 'busy') return t('versions.busy')
  if (kind === 'beforeRestore') return t('versions.beforeRestore')
  return name
}
