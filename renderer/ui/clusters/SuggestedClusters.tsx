import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { unionOf } from '#shared/cards/box'
import type { Suggestion } from '../../board/suggestions'
import { useNarrow } from '../board/useNarrow'
import { useSession, useSignal } from '../hooks'
import { Button, IconButton } from '../kit/Button'
import { useNotices } from '../kit/notices'
import { ProposalItem } from './ProposalItem'
import './clusters.css'

/** The part of the wall's height that a phone shows above the sheet. */
const WALL_IN_SIGHT = 0.5

/** The proposals as a list beside the wall: nothing is moved until somebody accepts one. */
export function SuggestedClusters() {
  const { t } = useTranslation()
  const { suggestions, overlay, selection, camera, scene } = useSession()
  const notices = useNotices()
  const isNarrow = useNarrow()
  const now = useSignal(suggestions.state)
  const title = useRef<HTMLHeadingElement>(null)
  const proposals = now.state === 'shown' ? now.proposals : []
  useEffect(() => title.current?.focus(), [])

  const close = () => {
    overlay.set(null)
    document.querySelector<HTMLElement>('.wall')?.focus({ preventScroll: true })
  }
  const show = ({ key, cards }: Suggestion) => {
    suggestions.look(key)
    const box = unionOf(cards.flatMap((id) => scene.get(id)?.place ?? []))
    // On a phone the lower part of the wall lies under this sheet.
    const below = isNarrow && box ? box.height / WALL_IN_SIGHT - box.height : 0
    if (box) camera.reveal({ ...box, height: box.height + below }, isNarrow ? 24 : 80)
  }
  const accept = (keys: readonly number[]) => {
    const isLast = keys.length === proposals.length
    const themes = suggestions.accept(keys)
    selection.set(themes)
    notices.say({ words: t('clusters.accepted', { count: themes.length }) })
    if (isLast) close()
    else title.current?.focus()
  }

  return (
    <aside
      className="clusters"
      aria-label={t('clusters.title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
    >
      <header className="clusters-head">
        <h2 ref={title} tabIndex={-1}>
          {t('clusters.title')}
        </h2>
        <IconButton icon={X} label={t('clusters.close')} onClick={close} />
      </header>
      <p className="clusters-lead" role="status">
        {now.state === 'shown'
          ? proposals.length > 0
            ? t('clusters.lead', { count: now.compared })
            : t('clusters.nothing', { count: now.compared })
          : t('clusters.searching')}
      </p>
      {proposals.length > 0 && (
        <>
          <ol className="clusters-list">
            {proposals.map((proposal) => (
              <ProposalItem
                key={proposal.key}
                proposal={proposal}
                onShow={() => show(proposal)}
                onAccept={() => accept([proposal.key])}
              />
            ))}
          </ol>
          <footer className="clusters-foot">
            <Button tone="primary" onClick={() => accept(proposals.map(({ key }) => key))}>
              {t('clusters.acceptAll', { count: proposals.length })}
            </Button>
            <Button tone="quiet" onClick={close}>
              {t('clusters.dismissAll')}
            </Button>
          </footer>
        </>
      )}
    </aside>
  )
}
