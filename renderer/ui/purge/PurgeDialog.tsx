import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PurgeOrder } from '#shared/board/purgeOrder'
import type { Remain } from '#shared/board/remains'
import type { Place } from '#shared/board/words'
import type { FailureCode } from '#shared/failure'
import type { KnownExport, Purged } from '#shared/ipc/contract'
import { usePlatform, useSession } from '../hooks'
import { Button } from '../kit/Button'
import { Dialog } from '../kit/Dialog'
import { TextField } from '../kit/Field'
import { findingsOf, focusOf, lossOf } from './findings'
import { PurgeDone, PurgeFailed } from './PurgeDone'
import { Copies, Groups, Remains } from './PurgeLists'
import './purge.css'

type State =
  | { readonly is: 'asking' | 'removing' }
  | { readonly is: 'done'; readonly purged: Purged }
  | { readonly is: 'failed'; readonly code: FailureCode }

/** A longer name is not worth typing; a word stands for it. UTF-16 units. */
const LONGEST_TYPED = 40

/** Says exactly what goes for good, what may be left and what cannot be reached; then does it and says so. */
export function PurgeDialog({
  path,
  order,
  onClose,
}: {
  path: string
  order: PurgeOrder
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { desktop } = usePlatform()
  const session = useSession()
  // As it was when it was asked for: afterwards there is nothing left to say it of.
  const [found] = useState(() => findingsOf(session, order))
  const [loss, setLoss] = useState(() => lossOf(session, order))
  const [also, setAlso] = useState<readonly Place[]>([])
  const [typed, setTyped] = useState('')
  const [state, setState] = useState<State>({ is: 'asking' })
  const copies = useCopies(path)

  const { name } = found
  const title =
    order.kind === 'story'
      ? t('purge.titleStory', { title: name || t('board.untitled') })
      : name
        ? t('purge.titlePerson', { name })
        : t('purge.titleNameless')
  const wanted = name === '' || name.length > LONGEST_TYPED ? t('purge.confirmWord') : name
  const close = () => {
    if (state.is !== 'removing') onClose()
  }
  const take = (places: readonly Place[]) => {
    setAlso(places)
    setLoss(lossOf(session, { ...order, also: [...places] }))
  }
  const show = (remain: Remain) => {
    const focus = focusOf(session, remain)
    onClose()
    if (focus) session.focus.set(focus)
  }
  const remove = async () => {
    if (!desktop) return
    setState({ is: 'removing' })
    const done = await desktop.purge(path, also.length > 0 ? { ...order, also: [...also] } : order)
    setState(done.ok ? { is: 'done', purged: done.value } : { is: 'failed', code: done.failure.code })
  }

  if (state.is === 'done' || state.is === 'failed')
    return (
      <Dialog title={title} wide onClose={close}>
        {state.is === 'done' ? <PurgeDone purged={state.purged} /> : <PurgeFailed code={state.code} />}
        <div className="dialog-foot">
          <Button tone="primary" onClick={onClose}>
            {t('app.close')}
          </Button>
        </div>
      </Dialog>
    )
  return (
    <Dialog title={title} wide onClose={close}>
      <form
        className="purge"
        onSubmit={(event) => {
          event.preventDefault()
          if (isSame(typed, wanted)) void remove()
        }}
      >
        <section>
          <h3>{t('purge.goes')}</h3>
          {loss.gone.length === 0 ? <p>{t('purge.nothing')}</p> : <Groups groups={loss.gone} />}
          {loss.emptied.length > 0 && (
            <>
              <h4>{t('purge.emptied')}</h4>
              <Groups groups={loss.emptied} />
            </>
          )}
        </section>
        <section>
          <h3>{t('purge.remains')}</h3>
          <Remains
            remains={found.remains}
            also={also}
            onAlso={take}
            canShow={(remain) => focusOf(session, remain) !== null}
            onShow={show}
          />
        </section>
        <section>
          <h3>{t('purge.copies')}</h3>
          <Copies copies={copies} />
        </section>
        <section className="purge-final">
          <p>{t('purge.final')}</p>
          {order.kind === 'person' && <p>{t('purge.finalPerson')}</p>}
        </section>
        <TextField
          label={t('purge.confirm', { words: wanted })}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <div className="dialog-foot">
          <Button onClick={close} disabled={state.is === 'removing'}>
            {t('app.cancel')}
          </Button>
          <Button tone="danger" submits disabled={state.is === 'removing' || !isSame(typed, wanted)}>
            {state.is === 'removing' ? t('purge.removing') : t('purge.remove')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const plain = (words: string): string => words.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
const isSame = (typed: string, wanted: string): boolean => plain(typed) === plain(wanted)

/** The copies that left before, once they are known. */
function useCopies(path: string): readonly KnownExport[] | null {
  const { desktop } = usePlatform()
  const [copies, setCopies] = useState<readonly KnownExport[] | null>(null)
  useEffect(() => {
    let isHere = true
    void desktop?.listExports(path).then((listed) => {
      if (isHere && listed.ok) setCopies(listed.value)
    })
    return () => {
      isHere = false
    }
  }, [desktop, path])
  return copies
}
