import { Armchair } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showTables } from '#shared/board/actions/seating'
import { RoomNote } from '../board/RoomNote'
import { useSession, useSignal, useSingleton } from '../hooks'
import { Button } from '../kit/Button'
import { Icon } from '../kit/Icon'
import { namesInWords } from './namesInWords'
import { type Sitter, useSitters, useTables } from './useSitters'
import './yourTable.css'

/** While the tables are shown: where the person at this window sits and with whom, until they have read it. */
export function YourTable() {
  const { seating: isShown } = useSingleton('live')
  return isShown ? <Shown /> : null
}

function Shown() {
  const { t } = useTranslation()
  const { replica, writer } = useSession()
  const me = useSignal(replica.me)
  const tables = useTables(useSitters().byId)
  const [read, setRead] = useState('')
  const isLeading = me?.role === 'facilitator'
  const at = tables.findIndex((table) => table.some(({ id }) => id === me?.person))
  const mine = at < 0 ? undefined : { number: at + 1, mates: matesOf(tables[at] ?? [], me?.person) }
  // Whoever is moved is told again.
  const news = JSON.stringify(mine ?? null)
  if (!isLeading && (!mine || news === read)) return null
  return (
    <RoomNote className="your-table">
      <Icon of={Armchair} />
      <p>
        {mine ? (
          <>
            <strong>{t('seating.yours', { number: mine.number })}</strong>{' '}
            {mine.mates.length > 0 &&
              t('seating.with', {
                names: namesInWords(mine.mates.map(({ name }) => name || t('seating.somebody'))),
              })}
          </>
        ) : (
          t('seating.shown')
        )}
      </p>
      {isLeading ? (
        <Button onClick={() => showTables(writer, false)}>{t('seating.hide')}</Button>
      ) : (
        <Button onClick={() => setRead(news)}>{t('seating.read')}</Button>
      )}
    </RoomNote>
  )
}

const matesOf = (table: readonly Sitter[], me: string | undefined) =>
  table.filter(({ id }) => id !== me).map(({ id, name }) => ({ id, name }))
