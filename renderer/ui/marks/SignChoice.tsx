import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { SIGNS, type Sign } from '#shared/cards/signs'
import { SignPicture } from './SignPicture'
import './marks.css'

/** The signs of stamps; one of them is chosen. Arrow keys move. */
export function SignChoice({
  label,
  chosen,
  onChoose,
}: {
  label: string
  chosen: string
  onChoose: (sign: Sign) => void
}) {
  const { t } = useTranslation()
  return (
    <div className="signs" role="radiogroup" aria-label={label} onKeyDown={moveAmongSigns}>
      {SIGNS.map((sign, at) => (
        // biome-ignore lint/a11y/useSemanticElements: choosing is an act here, and may close the sheet.
        <button
          key={sign}
          type="button"
          role="radio"
          className="sign-button"
          aria-checked={sign === chosen}
          aria-label={t(`signs.${sign}`)}
          title={t(`signs.${sign}`)}
          data-first={sign === chosen ? '' : undefined}
          tabIndex={sign === chosen || (chosen === '' && at === 0) ? 0 : -1}
          onClick={() => onChoose(sign)}
        >
          <SignPicture sign={sign} />
        </button>
      ))}
    </div>
  )
}

/** Arrow keys go from sign to sign, along the way the page reads. */
export function moveAmongSigns(event: KeyboardEvent<HTMLElement>): void {
  const onward = document.documentElement.dir === 'rtl' ? -1 : 1
  const step = { ArrowRight: onward, ArrowLeft: -onward, ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  event.preventDefault()
  // The wall would take the arrows as its own.
  event.stopPropagation()
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.sign-button')]
  const at = buttons.indexOf(document.activeElement as HTMLElement)
  buttons[(at + step + buttons.length) % buttons.length]?.focus()
}
