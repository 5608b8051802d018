import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { languageName } from '#shared/language'
import { aloneIn } from '#shared/room/company'
import { Icon } from '../kit/Icon'
import { Menu, type MenuItem } from '../kit/Menu'
import { namesInWords } from './namesInWords'
import { SideSign } from './SideSign'
import type { Sitter } from './useSitters'

/** One table, or those without one: each person can be moved to another. */
export function TableCard({
  number,
  people,
  tables,
  onMove,
}: {
  /** From 1; null for those without a table. */
  number: number | null
  people: readonly Sitter[]
  /** How many there are. */
  tables: number
  /** `table` is a number from 1, or null for none. */
  onMove: (person: string, table: number | null) => void
}) {
  const { t, i18n } = useTranslation()
  const heading = number === null ? t('seating.noTable') : t('seating.table', { number })
  const alone = number === null ? [] : aloneIn(people)
  const placesFor = (person: string): MenuItem[] => [
    ...Array.from({ length: tables }, (_, at) => at + 1)
      .filter((other) => other !== number)
      .map((other) => ({
        key: String(other),
        label: t('seating.table', { number: other }),
        choose: () => onMove(person, other),
      })),
    ...(number === null
      ? []
      : [{ key: 'none', label: t('seating.noTable'), group: 'none', choose: () => onMove(person, null) }]),
  ]
  return (
    <section className="table-card" aria-label={heading}>
      <h3>
        {heading} <span className="table-count">{people.length}</span>
      </h3>
      <ul>
        {people.map(({ id, name, side, languages }) => {
          const shown = name || t('people.anonymous')
          return (
            <li key={id}>
              <Menu
                label={t('seating.move', { name: shown })}
                items={placesFor(id)}
                trigger={(props) => (
                  <button type="button" className="table-person" {...props}>
                    <SideSign side={side} />
                    <span className="table-name">
                      <bdi>{shown}</bdi>
                    </span>
                    <span className="table-languages">
                      {languages.map((tag) => languageName(tag, i18n.language)).join(' · ')}
                    </span>
                  </button>
                )}
              />
            </li>
          )
        })}
      </ul>
      {alone.length > 0 && (
        <p className="table-alone">
          <Icon of={TriangleAlert} size={16} />
          <span>
            {t('seating.alone', {
              names: namesInWords(alone.map(({ name }) => name || t('people.anonymous'))),
            })}
          </span>
        </p>
      )}
    </section>
  )
}
