import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { captionFrame, deleteFrame, moveFrame } from '#shared/board/actions/prototypes'
import type { Frame } from '#shared/board/schema'
import { useSession } from '../../ui/hooks'
import { IconButton } from '../../ui/kit/Button'
import { Writing } from '../../ui/panels/Writing'
import { FramePicture } from './FramePicture'

/** One frame: its picture, its caption and its place in the strip. */
export function FrameItem({
  frame,
  number,
  frames,
  canWrite,
}: {
  frame: Frame
  number: number
  frames: readonly Frame[]
  canWrite: boolean
}) {
  const { t } = useTranslation()
  const { writer, undo } = useSession()
  const at = number - 1
  const step = (change: () => void) => {
    undo.mark()
    change()
  }
  return (
    <li className="stage-item stage-named-above">
      <div className="stage-row">
        <h3 className="stage-grow">{t('prototype.frame', { number })}</h3>
        {canWrite && (
          <>
            <IconButton
              icon={ArrowUp}
              label={t('prototype.moveUp', { number })}
              disabled={at === 0}
              onClick={() => step(() => moveFrame(writer, frame, frames[at - 2]?.id ?? null))}
            />
            <IconButton
              icon={ArrowDown}
              label={t('prototype.moveDown', { number })}
              disabled={number === frames.length}
              onClick={() => step(() => moveFrame(writer, frame, frames[at + 1]?.id ?? null))}
            />
            <IconButton
              icon={Trash2}
              label={t('prototype.remove', { number })}
              onClick={() => step(() => deleteFrame(writer, frame.id))}
            />
          </>
        )}
      </div>
      <FramePicture frame={frame.id} name={t('prototype.picture', { number, caption: frame.caption })} />
      <Writing
        label={t('prototype.caption', { number })}
        text={frame.caption}
        canWrite={canWrite}
        onWrite={(caption) => step(() => captionFrame(writer, frame.id, caption))}
      />
    </li>
  )
}
