import { RotateCcw, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { putBackBinned } from '#shared/board/actions/bin'
import { BINNED, type Binned, readBin } from '#shared/board/bin'
import { useSession } from '../hooks'
import { Button } from '../kit/Button'
import { Dialog } from '../kit/Dialog'
import { Icon } from '../kit/Icon'
import { useNotices } from '../kit/notices'
import { SearchField } from '../kit/SearchField'
import { BinItem } from './BinItem'
import './bin.css'

/** More in one list help nobody; the search finds the rest. */
const MOST = 100

const keyOf = ({ collection, id }: Binned) => `${collection} ${id}`

/** What anybody deleted, for whoever leads the room to put back. */
export function BinDialog() {
  const { t } = useTranslation()
  const { overlay, writer, undo } = useSession()
  const notices = useNotices()
  const things = useBin()
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const wanted = query.trim().toLocaleLowerCase()
  const found = things.filter(({ words }) => words.toLocaleLowerCase().includes(wanted))
  const shown = found.slice(0, MOST)
  const taken = things.filter((one) => chosen.has(keyOf(one)))

  const toggle = (key: string) => {
    const next = new Set(chosen)
    if (!next.delete(key)) next.add(key)
    setChosen(next)
  }
  const bringBack = () => {
    undo.mark()
    putBackBinned(writer, taken)
    setChosen(new Set())
    notices.say({ words: t('bin.isBack', { count: taken.length }) })
  }
  return (
    <Dialog title={t('bin.title')} wide onClose={() => overlay.set(null)}>
      <div className="bin">
        <p>{t('bin.lead')}</p>
        {things.length === 0 ? (
          <div className="bin-empty">
            <Icon of={Trash2} size={32} />
            <p>{t('bin.empty')}</p>
          </div>
        ) : (
          <>
            <SearchField label={t('bin.search')} clear={t('bin.clear')} value={query} onChange={setQuery} />
            {found.length === 0 ? (
              <p role="status">{t('bin.none')}</p>
            ) : (
              <ul className="bin-list" aria-label={t('bin.title')}>
                {shown.map((one) => (
                  <BinItem
                    key={keyOf(one)}
                    thing={one}
                    isChosen={chosen.has(keyOf(one))}
                    onToggle={() => toggle(keyOf(one))}
                  />
                ))}
              </ul>
            )}
            {found.length > shown.length && (
              <p className="field-note">{t('bin.more', { count: found.length - shown.length })}</p>
            )}
            <div className="dialog-foot">
              <Button tone="primary" icon={RotateCcw} disabled={taken.length === 0} onClick={bringBack}>
                {t('bin.putBack', { count: taken.length })}
              </Button>
            </div>
          </>
        )}
      </div>
    </Dialog>
  )
}

/** What the bin holds; read again when anything is deleted or comes back. */
function useBin(): readonly Binned[] {
  const { records, replica } = useSession()
  const [things, setThings] = useState(() => readBin(replica.doc))
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      waiting ??= setTimeout(() => {
        waiting = undefined
        setThings(readBin(replica.doc))
      }, 200)
    }
    const stops = BINNED.map((collection) => records.subscribe(collection, later))
    // What was deleted between the first reading and this moment.
    later()
    return () => {
      clearTimeout(waiting)
      for (const stop of stops) stop()
    }
  }, [records, replica])
  return things
}
