import { Minus, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './Button'
import './stepper.css'

/** A small whole number with a button for one fewer and one for one more. */
export function Stepper({
  label,
  value,
  least,
  most,
  onChange,
}: {
  label: string
  value: number
  least: number
  most: number
  onChange: (value: number) => void
}) {
  const { t } = useTranslation()
  return (
    <fieldset className="stepper">
      <legend className="stepper-label">{label}</legend>
      <span className="stepper-row">
        <IconButton
          icon={Minus}
          label={t('app.oneFewer', { what: label })}
          disabled={value <= least}
          onClick={() => onChange(value - 1)}
        />
        <output className="stepper-value">{value}</output>
        <IconButton
          icon={Plus}
          label={t('app.oneMore', { what: label })}
          disabled={value >= most}
          onClick={() => onChange(value + 1)}
        />
      </span>
    </fieldset>
  )
}
