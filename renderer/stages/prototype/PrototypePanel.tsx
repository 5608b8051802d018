import { Clapperboard, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { addStoryboard } from '#shared/board/actions/prototypes'
import { storyboardSize } from '#shared/cards/storyboard'
import { freePlace } from '#shared/clustering/freePlace'
import { useRecords, useSession, useSignal } from '../../ui/hooks'
import { Button } from '../../ui/kit/Button'
import { Icon } from '../../ui/kit/Icon'
import { showCard } from '../wallCards'
import { IdeaChooser } from './IdeaChooser'
import { Storyboard } from './Storyboard'
import '../stages.css'
import './prototype.css'

/** Frames of a new storyboard. */
const FRAMES = 3

/** The storyboards of the board, frame by frame: what an idea looks like when somebody meets it. */
export function PrototypePanel() {
  const { t } = useTranslation()
  const session = useSession()
  const cards = useRecords('cards')
  const canWrite = useSignal(session.canWrite)
  const selected = useSignal(session.selection.ids)
  const asked = useSignal(session.focus)
  const storyboards = cards.filter(({ type }) => type === 'storyboard')
  const wanted = asked?.kind === 'prototype' ? asked.card : null
  const shown =
    storyboards.find(({ id }) => selected.has(id)) ??
    storyboards.find(({ id }) => id === wanted) ??
    storyboards[0]

  const show = (id: string) => {
    session.focus.set({ kind: 'prototype', card: id })
    showCard(session, id)
  }
  const add = (idea: string | null) => {
    const source = session.records.get('cards', idea)
    const { x, y } = session.camera.view.get()
    const [width, height] = storyboardSize(FRAMES)
    const [left, top] = source
      ? [source.pos[0] + source.size[0] + 24, source.pos[1]]
      : [x - width / 2, y - height / 2]
    const taken = cards.map(({ pos, size }) => ({ x: pos[0], y: pos[1], width: size[0], height: size[1] }))
    session.undo.mark()
    show(
      addStoryboard(
        session.writer,
        {
          text: source?.text ?? t('prototype.untitled'),
          from: source ? [source.id] : [],
          pos: freePlace({ x: left, y: top, width, height }, taken),
          size: [width, height, 0],
        },
        FRAMES,
      ),
    )
  }

  return (
    <section className="stage-panel" aria-label={t('stages.prototype')}>
      <h2>{t('prototype.title')}</h2>
      {storyboards.length === 0 && (
        <div className="stage-empty">
          <Icon of={Clapperboard} size={32} />
          <p>{t('prototype.empty')}</p>
        </div>
      )}
      {storyboards.length > 1 && (
        <ul className="storyboard-list">
          {storyboards.map(({ id, text }) => (
            <li key={id}>
              <button
                type="button"
                className="storyboard-choice"
                aria-current={id === shown?.id ? 'true' : undefined}
                onClick={() => show(id)}
              >
                <span dir="auto">{text || t('prototype.untitled')}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {shown && <Storyboard key={shown.id} card={shown} canWrite={canWrite} />}
      {canWrite && (
        <div className="stage-form">
          <IdeaChooser onChoose={add} />
          <Button tone="quiet" icon={Plus} onClick={() => add(null)}>
            {t('prototype.addEmpty')}
          </Button>
        </div>
      )}
    </section>
  )
}
