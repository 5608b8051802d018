import { Settings2 } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from './kit/Button'
import { Popover } from './kit/Popover'
import { SettingsFields } from './SettingsFields'

/** The settings of this device: language, contrast, and the name the others see. */
export function SettingsMenu({
  withName = false,
  words = false,
  more,
  isOpen,
  onOpen,
}: {
  withName?: boolean
  words?: boolean
  /** What stands below the settings. It gets a function that closes the sheet. */
  more?: ((close: () => void) => ReactNode) | undefined
  /** Whether it is shown and how it is asked for, where something else opens it too. */
  isOpen?: boolean
  onOpen?: (isOpen: boolean) => void
}) {
  const { t } = useTranslation()
  const [isOpenHere, setOpenHere] = useState(false)
  const open = isOpen ?? isOpenHere
  const setOpen = onOpen ?? setOpenHere
  const button = useRef<HTMLButtonElement>(null)
  const props = { ref: button, 'aria-expanded': open, onClick: () => setOpen(!open) }
  return (
    <>
      {words ? (
        <Button tone="quiet" icon={Settings2} {...props}>
          {t('app.settings')}
        </Button>
      ) : (
        <IconButton icon={Settings2} label={t('app.settings')} {...props} />
      )}
      {open && (
        <Popover anchor={button} onClose={() => setOpen(false)} className="popover settings-sheet">
          <SettingsFields withName={withName} />
          {more?.(() => setOpen(false))}
        </Popover>
      )}
    </>
  )
}
