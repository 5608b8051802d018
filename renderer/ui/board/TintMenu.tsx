import { Palette } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TINTS, type Tint } from '#shared/board/vocabulary'
import { IconButton } from '../kit/Button'
import { Popover } from '../kit/Popover'
import { TintSign } from '../kit/TintSign'

/** The eight tints, each with its colour, its sign and its name. */
export function TintMenu({ tint, onChoose }: { tint: Tint | null; onChoose: (tint: Tint) => void }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <IconButton
        ref={button}
        icon={Palette}
        label={t('tools.tint')}
        hint="above"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <Popover anchor={button} onClose={() => setOpen(false)}>
          <TintSwatches
            label={t('tools.tint')}
            tint={tint}
            onChoose={(next) => {
              onChoose(next)
              setOpen(false)
            }}
          />
        </Popover>
      )}
    </>
  )
}

/** The swatches themselves; one of them is chosen. Arrow keys move. */
export function TintSwatches({
  label,
  tint,
  onChoose,
}: {
  label: string
  tint: Tint | null
  onChoose: (tint: Tint) => void
}) {
  const { t } = useTranslation()
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const mirrored = document.documentElement.dir === 'rtl' ? -1 : 1
    const step = { ArrowRight: mirrored, ArrowLeft: -mirrored, ArrowDown: 4, ArrowUp: -4 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const swatches = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
    const at = swatches.indexOf(document.activeElement as HTMLElement)
    swatches[(at + step + swatches.length) % swatches.length]?.focus()
  }
  return (
    <div className="swatches" role="radiogroup" aria-label={label} onKeyDown={move}>
      {TINTS.map((one) => (
        // biome-ignore lint/a11y/useSemanticElements: choosing is an act here, and closes the sheet.
        <button
          key={one}
          type="button"
          role="radio"
          aria-checked={one === tint}
          aria-label={t(`tints.${one}`)}
          title={t(`tints.${one}`)}
          data-first={one === tint ? '' : undefined}
          tabIndex={one === (tint ?? TINTS[0]) ? 0 : -1}
          className={`swatch tint-${one}`}
          onClick={() => onChoose(one)}
        >
          <TintSign tint={one} />
        </button>
      ))}
    </div>
  )
}
