import { ArrowDown, ArrowUp, PencilLine, Plus, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession, useSignal } from '../hooks'
import { Button, IconButton } from '../kit/Button'
import { MoveToMenu } from './MoveToMenu'
import { chunksOf, OutlineChunk } from './OutlineChunk'
import { useOutline } from './useOutline'
import './outline.css'

/** The wall as a list that the keyboard alone can read, write, order and regroup. */
export function OutlinePanel() {
  const { t } = useTranslation()
  const session = useSession()
  const canWrite = useSignal(session.canWrite)
  const selected = useSignal(session.selection.ids)
  const outline = useOutline()
  const tree = useRef<HTMLDivElement>(null)
  const moveTo = useRef<HTMLButtonElement>(null)
  const { rows, active, editing } = outline

  if (rows.length === 0)
    return (
      <div className="panel-empty">
        <p>{t('outline.empty')}</p>
        {canWrite && (
          <Button icon={Plus} onClick={outline.add}>
            {t('outline.add')}
          </Button>
        )}
      </div>
    )

  const press = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLTextAreaElement || event.ctrlKey || event.metaKey) return
    if (!act(event)) return
    event.preventDefault()
    // The wall has keys of its own for what is selected.
    event.stopPropagation()
  }
  const act = ({ key, altKey, shiftKey }: KeyboardEvent): boolean => {
    if (altKey && canWrite && key === 'ArrowUp') outline.step(-1)
    else if (altKey && canWrite && key === 'ArrowDown') outline.step(1)
    else if (altKey) return false
    else if (key === 'ArrowDown') outline.go(1, shiftKey)
    else if (key === 'ArrowUp') outline.go(-1, shiftKey)
    else if (key === 'Home') outline.goTo(rows[0], shiftKey)
    else if (key === 'End') outline.goTo(rows.at(-1), shiftKey)
    else if (key === inward()) outline.open()
    else if (key === outward()) outline.close()
    else if (key === 'Enter') outline.write()
    else if (canWrite && key.toLowerCase() === 'n') outline.add()
    else if (canWrite && key.toLowerCase() === 'm') moveTo.current?.click()
    else if (canWrite && (key === 'Delete' || key === 'Backspace')) outline.remove()
    else return false
    return true
  }
  const isWritable =
    active !== undefined && active.kind !== 'area' && !(active.kind === 'group' && !active.group.theme)

  return (
    <div className="outline">
      {canWrite && (
        <div className="outline-actions" role="toolbar" aria-label={t('outline.actions')}>
          <IconButton icon={Plus} label={t('outline.add')} shortcut="N" onClick={outline.add} />
          <IconButton
            icon={PencilLine}
            label={t('outline.write')}
            shortcut="Enter"
            disabled={!isWritable}
            onClick={outline.write}
          />
          <IconButton
            icon={ArrowUp}
            label={t('outline.up')}
            shortcut="Alt+ArrowUp"
            disabled={!outline.canStep(-1)}
            onClick={() => outline.step(-1)}
          />
          <IconButton
            icon={ArrowDown}
            label={t('outline.down')}
            shortcut="Alt+ArrowDown"
            disabled={!outline.canStep(1)}
            onClick={() => outline.step(1)}
          />
          <MoveToMenu ref={moveTo} row={active} onMove={outline.moveTo} onDone={outline.focus} />
          <IconButton
            icon={Trash2}
            label={t('outline.delete')}
            shortcut="Delete"
            disabled={!isWritable}
            onClick={outline.remove}
          />
        </div>
      )}
      <div
        ref={tree}
        className="outline-tree"
        role="tree"
        aria-label={t('outline.label')}
        aria-multiselectable="true"
        aria-describedby="outline-keys"
        onKeyDown={press}
      >
        {chunksOf(rows).map((chunk, at) => (
          <OutlineChunk
            // biome-ignore lint/suspicious/noArrayIndexKey: a chunk is its place; its rows have keys of their own.
            key={at}
            rows={chunk}
            active={active?.key}
            editing={editing}
            selected={selected}
            outline={outline.acts}
          />
        ))}
      </div>
      {canWrite && (
        <p id="outline-keys" className="outline-keys">
          {t('outline.keys')}
        </p>
      )}
    </div>
  )
}

const isMirrored = () => document.documentElement.dir === 'rtl'
const inward = () => (isMirrored() ? 'ArrowLeft' : 'ArrowRight')
const outward = () => (isMirrored() ? 'ArrowRight' : 'ArrowLeft')
