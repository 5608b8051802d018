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

/** Which languages a guest speaks; none need be said. */
export function SpokenLanguages({
  chosen,
  onChoose,
}: {
  chosen: readonly string[]
  onChoose: (languages: string[]) => void
}) {
  const { t } = useTranslation()
  return (
    <details className="spoken">
      <summary>{t('join.languages')}</summary>
      <fieldset className="choice">
        <legend className="unseen">{t('join.languages')}</legend>
        <div className="choice-row">
          {SPOKEN.map(([tag, name]) => (
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
                {name}
              </span>
            </label>
          ))}
        </div>
        <p className="field-note">{t('join.languagesHint')}</p>
      </fieldset>
    </details>
  )
}
