import { Eye } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Remain } from '#shared/board/remains'
import type { Place } from '#shared/board/words'
import type { KnownExport } from '#shared/ipc/contract'
import { IconButton } from '../kit/Button'
import type { Group } from './findings'

/** What goes, counted by kind; each kind opens to the first words of its records. */
export function Groups({ groups }: { groups: readonly Group[] }) {
  const { t } = useTranslation()
  return (
    <ul className="purge-groups">
      {groups.map(({ collection, count, words }) => {
        const head = t('details.ofKind', { kind: t(`purge.collections.${collection}`), count })
        return (
          <li key={collection}>
            {words.length === 0 ? (
              <span className="purge-count">{head}</span>
            ) : (
              <details open={words.length <= 3}>
                <summary className="purge-count">{head}</summary>
                <ul className="purge-words">
                  {words.map((first, at) => (
                    // Two records may say the same.
                    // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
                    <li key={at} dir="auto">
                      {first}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Passages to look at, and to take along by a tick. */
export function Remains({
  remains,
  also,
  onAlso,
  canShow,
  onShow,
}: {
  remains: readonly Remain[]
  also: readonly Place[]
  onAlso: (also: readonly Place[]) => void
  canShow: (remain: Remain) => boolean
  onShow: (remain: Remain) => void
}) {
  const { t } = useTranslation()
  if (remains.length === 0) return <p>{t('purge.remainsNone')}</p>
  return (
    <>
      <p>{t('purge.remainsLead')}</p>
      <ul className="purge-remains">
        {remains.map((remain) => {
          const { at, excerpt, because, isDeleted } = remain
          const place = typeof at === 'string' ? null : at
          const facts = [
            t(typeof at === 'string' ? `purge.texts.${at}` : `purge.places.${at.collection}`),
            t(`purge.because.${because}`),
            ...(isDeleted ? [t('purge.inBin')] : []),
          ].join(' · ')
          return (
            <li key={place ? place.id : String(at)} className="purge-remain">
              <div className="purge-remain-words">
                <p dir="auto">{excerpt}</p>
                <p className="field-note">{facts}</p>
                {place && (
                  <label className="purge-tick">
                    <input
                      type="checkbox"
                      checked={also.includes(place)}
                      onChange={(event) =>
                        onAlso(
                          event.currentTarget.checked
                            ? [...also, place]
                            : also.filter((one) => one !== place),
                        )
                      }
                    />
                    {t('purge.removeToo')}
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
    </>
  )
}

/** The copies that no purge reaches. */
export function Copies({ copies }: { copies: readonly KnownExport[] | null }) {
  const { t, i18n } = useTranslation()
  if (copies === null) return null
  if (copies.length === 0) return <p>{t('purge.copiesNone')}</p>
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <>
      <p>{t('purge.copiesLead')}</p>
      <ul className="purge-copies">
        {copies.map(({ made, kind, name, isGuest }, at) => (
          // Two copies may have the same name and time.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
          <li key={at}>
            <bdi className="purge-count">{name}</bdi>
            <span className="field-note">
              {[
                t(`purge.copyKinds.${kind}`),
                day.format(made),
                ...(isGuest ? [t('purge.onGuest')] : []),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
