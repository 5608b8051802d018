import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PurgeOrder } from '#shared/board/purgeOrder'
import type { Remain } from '#shared/board/remains'
import type { FailureCode } from '#shared/failure'
import type { Purged } from '#shared/ipc/contract'
import { usePlatform, useSession } from '../hooks'
import { Button } from '../kit/Button'
import { Dialog } from '../kit/Dialog'
import { TextField } from '../kit/Field'
import { DamagedBeside } from './DamagedBeside'
import { findingsOf, focusOf, lossOf } from './findings'
import { PurgeDone, PurgeFailed } from './PurgeDone'
import { Copies, Groups } from './PurgeLists'
import { Remains } from './Remains'
import { useKnownFacts } from './useKnownFacts'
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
  // The board's own texts are everybody's, and lose a name at once. What others wrote goes when somebody says so;
  // and a title may be that of the whole board with good reason, since stories are called after places.
  const [ticked, setTicked] = useState(
    () => new Set(found.remains.filter(({ at, because }) => typeof at === 'string' && because !== 'title')),
  )
  const [typed, setTyped] = useState('')
  const [state, setState] = useState<State>({ is: 'asking' })
  const { copies, damaged, versionNames } = useKnownFacts(path)

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
  const whole = (taking: ReadonlySet<Remain>): PurgeOrder => {
    const places = [...taking].map(({ at }) => at)
    return {
      ...order,
      also: places.filter((at) => typeof at !== 'string'),
      texts: places.filter((at) => typeof at === 'string'),
    }
  }
  const tick = (remain: Remain, isTicked: boolean) => {
    const next = new Set(ticked)
    if (isTicked) next.add(remain)
    else next.delete(remain)
    setTicked(next)
    setLoss(lossOf(session, whole(next)))
  }
  const names = found.versionNames(versionNames)
  const gone =
    names.length === 0
      ? loss.gone
      : [...loss.gone, { of: 'versionNames' as const, count: names.length, words: names }]
  const staying = found.remains.filter((remain) => !ticked.has(remain))
  const show = (remain: Remain) => {
    const focus = focusOf(session, remain)
    onClose()
    if (focus) session.focus.set(focus)
  }
  const canShow = (remain: Remain) => focusOf(session, remain) !== null
  const remove = async () => {
    if (!desktop) return
    setState({ is: 'removing' })
    const done = await desktop.purge(path, whole(ticked))
    setState(done.ok ? { is: 'done', purged: done.value } : { is: 'failed', code: done.failure.code })
  }

  if (state.is === 'done' || state.is === 'failed')
    return (
      // Another dialog, which begins at its top.
      <Dialog key="result" title={title} wide onClose={close}>
        {state.is === 'done' ? (
          <PurgeDone path={path} purged={state.purged} damaged={damaged}>
            {staying.length > 0 && (
              <section>
                <h3>{t('purge.stays', { count: staying.length })}</h3>
                <Remains remains={staying} canShow={canShow} onShow={show} />
              </section>
            )}
          </PurgeDone>
        ) : (
          <PurgeFailed code={state.code} />
        )}
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
          {gone.length === 0 ? <p>{t('purge.nothing')}</p> : <Groups groups={gone} />}
          {loss.emptied.length > 0 && (
            <>
              <h4>{t('purge.emptied')}</h4>
              <Groups groups={loss.emptied} />
            </>
          )}
        </section>
        <section>
          <h3>{t('purge.remains')}</h3>
          {found.remains.length === 0 ? (
            <p>{t('purge.remainsNone')}</p>
          ) : (
            <>
              <p>{t('purge.remainsLead', { count: found.remains.length })}</p>
              <Remains
                remains={found.remains}
                ticked={ticked}
                onTick={tick}
                canShow={canShow}
                onShow={show}
              />
            </>
          )}
        </section>
        {damaged.length > 0 && <DamagedBeside path={path} names={damaged} isLater />}
        <section>
          <h3>{t('purge.copies')}</h3>
          <Copies copies={copies?.filter((copy) => !damaged.includes(copy.name)) ?? null} />
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
