import { Eye } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Remain } from '#shared/board/remains'
import { IconButton } from '../kit/Button'

/** Passages to look at, and to take along by a tick; without `onTick` those that stay. */
export function Remains({
  remains,
  ticked,
  onTick,
  canShow,
  onShow,
}: {
  remains: readonly Remain[]
  ticked?: ReadonlySet<Remain>
  onTick?: (remain: Remain, isTicked: boolean) => void
  canShow: (remain: Remain) => boolean
  onShow: (remain: Remain) => void
}) {
  const { t } = useTranslation()
  return (
    <ul className="purge-remains">
      {remains.map((remain) => {
        const { at, excerpt, because, isDeleted } = remain
        const isText = typeof at === 'string'
        const facts = [
          t(isText ? `purge.texts.${at}` : `purge.places.${at.collection}`),
          t(`purge.because.${because}`),
          ...(isDeleted ? [t('purge.inBin')] : []),
        ].join(' · ')
        return (
          <li key={isText ? at : at.id} className="purge-remain">
            <div className="purge-remain-words">
              <p dir="auto">{excerpt}</p>
              <p className="field-note">{facts}</p>
              {onTick && (
                <label className="purge-tick">
                  <input
                    type="checkbox"
                    checked={ticked?.has(remain) ?? false}
                    onChange={(event) => onTick(remain, event.currentTarget.checked)}
                  />
                  {t(isText ? 'purge.eraseThere' : 'purge.removeToo')}
                </label>
              )}
            </div>
            {canShow(remain) && (
              <IconButton icon={Eye} label={t('purge.show')} onClick={() => onShow(remain)} />
            )}
          </li>
        )
      })}
    </ul>
  )
}
