import { useTranslation } from 'react-i18next'
import { SideSign } from './SideSign'
import type { Sitter, Sitters } from './useSitters'

/** Everybody who could have a seat; a press leaves somebody out or takes them in. */
export function WhoSits({
  sitters: { here, away },
  chosen,
  isFolded,
  onChoose,
}: {
  sitters: Sitters
  chosen: ReadonlySet<string>
  /** Once there are tables they matter more. */
  isFolded: boolean
  onChoose: (person: string, sits: boolean) => void
}) {
  const { t } = useTranslation()
  const list = (people: readonly Sitter[]) => (
    <ul className="sitters">
      {people.map(({ id, name, side }) => (
        <li key={id}>
          <button
            type="button"
            className="sitter"
            aria-pressed={chosen.has(id)}
            onClick={() => onChoose(id, !chosen.has(id))}
          >
            <SideSign side={side} />
            <bdi>{name || t('people.anonymous')}</bdi>
          </button>
        </li>
      ))}
    </ul>
  )
  return (
    <details className="fold seating-who" open={!isFolded}>
      <summary>{t('seating.who')}</summary>
      <p className="field-note" role="status">
        {t('seating.chosen', { count: chosen.size })}
      </p>
      {list(here)}
      {away.length > 0 && (
        <details className="fold" open={away.some(({ id }) => chosen.has(id))}>
          <summary>{t('people.away')}</summary>
          {list(away)}
        </details>
      )}
    </details>
  )
}
