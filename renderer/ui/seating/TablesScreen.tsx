import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { useSitters, useTables } from './useSitters'
import './tablesScreen.css'

/** Tables that stand beside each other and can still be read from the back row. */
const MOST = 5

/** Rows of nearly the same length. */
function columnsFor(tables: number): number {
  const rows = Math.max(1, Math.ceil(tables / MOST))
  return Math.max(1, Math.ceil(tables / rows))
}

/** All tables with their people, for the back row. */
export function TablesScreen() {
  const { t } = useTranslation()
  const tables = useTables(useSitters().byId)
  return (
    <main
      className="tables-screen"
      aria-label={t('seating.title')}
      style={{ '--columns': columnsFor(tables.length) } as CSSProperties}
    >
      {tables.map((table, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a table is its place in the row.
        <section key={at}>
          <h2>{t('seating.table', { number: at + 1 })}</h2>
          <ul>
            {table.map(({ id, name }) => (
              <li key={id}>
                <bdi>{name || t('people.anonymous')}</bdi>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </main>
  )
}
