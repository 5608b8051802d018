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
}: {
  withName?: boolean
  words?: boolean
  /** What stands below the settings. It gets a function that closes the sheet. */
  more?: ((close: () => void) => ReactNode) | undefined
}) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
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
