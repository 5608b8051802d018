import { useTranslation } from 'react-i18next'
import type { KnownExport } from '#shared/ipc/contract'
import type { Group } from './findings'

/** What goes, counted by kind; each kind opens to the first words of its records. */
export function Groups({ groups }: { groups: readonly Group[] }) {
  const { t } = useTranslation()
  return (
    <ul className="purge-groups">
      {groups.map(({ of, count, words }) => {
        const head = t('details.ofKind', { kind: t(`purge.collections.${of}`), count })
        return (
          <li key={of}>
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
              <bdi>{t(`purge.copyKinds.${kind}`)}</bdi>
              {' · '}
              <bdi>{day.format(made)}</bdi>
              {isGuest && ` · ${t('purge.onGuest')}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
