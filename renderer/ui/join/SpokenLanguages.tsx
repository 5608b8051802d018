import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../kit/Icon'

/** Spoken in the rooms this is made for, each in its own words. */
const SPOKEN = [
  ['en', 'English'],
  ['ar', 'العربية'],
  ['ur', 'اردو'],
  ['bn', 'বাংলা'],
  ['pa', 'ਪੰਜਾਬੀ'],
  ['so', 'Soomaali'],
  ['pl', 'Polski'],
  ['ro', 'Română'],
] as const

/** Which languages somebody speaks; none need be said. */
export function SpokenLanguages({
  label,
  chosen,
  onChoose,
}: {
  /** Whose languages: those of the person at this window when left out. */
  label?: string
  chosen: readonly string[]
  onChoose: (languages: string[]) => void
}) {
  const { t } = useTranslation()
  const name = label ?? t('join.languages')
  return (
    <details className="fold spoken">
      <summary>{name}</summary>
      <fieldset className="choice">
        <legend className="unseen">{name}</legend>
        <div className="choice-row">
          {SPOKEN.map(([tag, own]) => (
            <label key={tag} className="choice-option">
              <input
                type="checkbox"
                checked={chosen.includes(tag)}
                onChange={(event) =>
                  onChoose(
                    event.currentTarget.checked ? [...chosen, tag] : chosen.filter((one) => one !== tag),
                  )
                }
              />
              <span lang={tag}>
                {chosen.includes(tag) && <Icon of={Check} size={18} />}
                {own}
              </span>
            </label>
          ))}
        </div>
        {label === undefined && <p className="field-note">{t('join.languagesHint')}</p>}
      </fieldset>
    </details>
  )
}
