import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { fitTables } from './fitTables'
import { useSitters, useTables } from './useSitters'
import './tablesScreen.css'

/** All tables with their people, for the back row. */
export function TablesScreen() {
  const { t } = useTranslation()
  const tables = useTables(useSitters().byId)
  const screen = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const shown = screen.current
    if (!shown) return
    const arrange = () => fitTables(shown, tables.length)
    const sizes = new ResizeObserver(arrange)
    sizes.observe(shown)
    document.fonts.addEventListener('loadingdone', arrange)
    arrange()
    return () => {
      sizes.disconnect()
      document.fonts.removeEventListener('loadingdone', arrange)
    }
  }, [tables])
  return (
    <main ref={screen} className="tables-screen" aria-label={t('seating.title')}>
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
