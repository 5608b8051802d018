import { MonitorUp, MonitorX, Printer, Shuffle } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { seatPeople, seatPerson, showTables } from '#shared/board/actions/seating'
import { mixGroups } from '#shared/room/mixing'
import { useSession, useSingleton } from '../hooks'
import { Button } from '../kit/Button'
import { Dialog } from '../kit/Dialog'
import { Stepper } from '../kit/Stepper'
import { AddNames } from './AddNames'
import { TableCard } from './TableCard'
import { useSitters, useTables } from './useSitters'
import { WhoSits } from './WhoSits'
import './seating.css'

/** People at a table when nobody says otherwise. */
const USUAL = 5

/** Whoever leads the room seats everybody at tables that mix sides and languages, and shows them. */
export function SeatingDialog() {
  const { t } = useTranslation()
  const { overlay, writer, undo, replica } = useSession()
  const sitters = useSitters()
  const tables = useTables(sitters.byId)
  const { seating: isShown } = useSingleton('live')
  const { title } = useSingleton('meta')
  const [said, setSaid] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [wanted, setWanted] = useState<number | null>(null)

  const chosen = useMemo(() => {
    const seated = new Set(tables.flat().map(({ id }) => id))
    const hasSeat = (id: string, byItself: boolean) => said.get(id) ?? (seated.has(id) || byItself)
    return new Set([
      ...sitters.here.flatMap(({ id, side }) => (hasSeat(id, side !== 'facilitator') ? [id] : [])),
      ...sitters.away.flatMap(({ id }) => (hasSeat(id, false) ? [id] : [])),
    ])
  }, [sitters, tables, said])
  const people = [...chosen].flatMap((id) => sitters.byId.get(id) ?? [])
  const most = Math.max(1, people.length)
  const count = Math.min(most, wanted ?? (tables.length || Math.max(1, Math.round(people.length / USUAL))))
  const perTable = Math.max(1, Math.round(people.length / count))
  const unseated = people.filter(({ id }) => !tables.some((table) => table.some((one) => one.id === id)))

  const mix = () => {
    undo.mark()
    seatPeople(writer, mixGroups(people, count, Math.floor(Math.random() * 2 ** 32)))
  }
  const move = (person: string, table: number | null) => {
    undo.mark()
    seatPerson(writer, person, table === null ? null : table - 1)
  }
  const print = () => {
    replica.noteExport({ kind: 'print', name: `${t('seating.title')}: ${title}` })
    window.print()
  }
  return (
    <Dialog title={t('seating.title')} wide onClose={() => overlay.set(null)}>
      <div className="seating">
        <WhoSits
          sitters={sitters}
          chosen={chosen}
          isFolded={tables.length > 0}
          onChoose={(id, sits) => setSaid(new Map(said).set(id, sits))}
        />
        <AddNames onAdded={(ids) => setSaid(new Map([...said, ...ids.map((id) => [id, true] as const)]))} />
        <div className="seating-sizes">
          <Stepper label={t('seating.tables')} value={count} least={1} most={most} onChange={setWanted} />
          <Stepper
            label={t('seating.perTable')}
            value={perTable}
            least={1}
            most={most}
            onChange={(size) => setWanted(tablesOf(people.length, size, count))}
          />
          <Button
            tone={tables.length > 0 ? 'plain' : 'primary'}
            icon={Shuffle}
            disabled={people.length < 2}
            onClick={mix}
          >
            {tables.length > 0 ? t('seating.mixAgain') : t('seating.mix')}
          </Button>
        </div>
        {tables.length > 0 && (
          <>
            <div className="tables">
              {tables.map((table, at) => (
                <TableCard
                  // biome-ignore lint/suspicious/noArrayIndexKey: a table is its place in the row.
                  key={at}
                  number={at + 1}
                  people={table}
                  tables={tables.length}
                  onMove={move}
                />
              ))}
              {unseated.length > 0 && (
                <TableCard number={null} people={unseated} tables={tables.length} onMove={move} />
              )}
            </div>
            <div className="dialog-foot">
              <Button icon={Printer} onClick={print}>
                {t('seating.print')}
              </Button>
              <Button
                tone={isShown ? 'plain' : 'primary'}
                icon={isShown ? MonitorX : MonitorUp}
                onClick={() => showTables(writer, !isShown)}
              >
                {isShown ? t('seating.hide') : t('seating.show')}
              </Button>
            </div>
          </>
        )}
      </div>
    </Dialog>
  )
}

/** How many tables seat so many people at each; a step that would change nothing goes one table further. */
function tablesOf(people: number, size: number, now: number): number {
  const count = Math.max(1, Math.round(people / size))
  if (count !== now) return count
  const perTable = Math.round(people / now)
  return Math.max(1, Math.min(people, size > perTable ? now - 1 : now + 1))
}
