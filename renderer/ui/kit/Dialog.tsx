import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { focusWall } from '../useHandBack'
import { IconButton } from './Button'
import { addShownDialog } from './shownDialogs'
import { usePressBeside } from './usePressBeside'

/** A dialog over everything else. Escape, the cross and a press beside it close it; focus goes back. */
export function Dialog({
  title,
  wide = false,
  onClose,
  children,
}: {
  title: string
  wide?: boolean
  onClose: () => void
  children: ReactNode
}) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const beside = usePressBeside(onClose)
  // With what is painted, not after it: a key in between would go to nobody, and a late focus take it from somebody.
  useLayoutEffect(() => {
    const shown = dialog.current
    const before = document.activeElement
    shown?.showModal()
    // What is written in first, where there is such a thing; else the cross has the focus.
    shown?.querySelector<HTMLElement>('[data-first]')?.focus()
    const leave = shown ? addShownDialog(shown) : () => {}
    return () => {
      leave()
      shown?.close()
      // What opened it may have gone meanwhile, as the sheet of a round that was stopped.
      if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus()
      else focusWall()
    }
  }, [])
  // What opened it may have gone in the same moment.
  useEffect(
    () => () => {
      if (document.activeElement === document.body) focusWall()
    },
    [],
  )
  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      {...beside}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="dialog-paper">
        <div className="dialog-head">
          <h2 id={heading}>{title}</h2>
          <IconButton icon={X} label={t('app.close')} onClick={onClose} />
        </div>
        {children}
      </div>
    </dialog>
  )
}
