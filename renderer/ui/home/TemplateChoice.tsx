import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Template } from '#shared/ipc/contract'
import { TemplateWall } from './TemplateWall'
import './templates.css'

/** What a new board begins with: an empty wall, or one of the templates, each with its wall and what it is for. */
export function TemplateChoice({
  templates,
  value,
  onChoose,
}: {
  templates: readonly Template[]
  /** The name of a template; null for the empty wall. */
  value: string | null
  onChoose: (name: string | null) => void
}) {
  const { t } = useTranslation()
  const group = useId()
  const options = [
    { name: null, title: t('home.emptyWall'), about: t('home.emptyWallAbout'), picture: null },
    ...templates,
  ]
  return (
    <fieldset className="templates">
      <legend>{t('home.beginWith')}</legend>
      <div className="templates-list">
        {options.map(({ name, title, about, picture }) => (
          <label key={name ?? ''} className="template">
            <input type="radio" name={group} checked={value === name} onChange={() => onChoose(name)} />
            <span className="template-picture">{picture && <TemplateWall picture={picture} />}</span>
            <strong dir="auto">{title}</strong>
            <span className="template-about" dir="auto">
              {about}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
