import { useTranslation } from 'react-i18next'
import { directionOf, languageName } from '#shared/language'
import { MAX_NAME } from '#shared/sync/protocol'
import { usePlatform, useSignal } from './hooks'
import { Choice, TextField } from './kit/Field'
import { LANGUAGES } from './language'
import './settings.css'

/** Language, theme, contrast and controls, and on a desktop the name the others see. */
export function SettingsFields({ withName }: { withName: boolean }) {
  const { t, i18n } = useTranslation()
  const isFromRight = directionOf(i18n.language) === 'rtl'
  const platform = usePlatform()
  const settings = useSignal(platform.settings)
  const languages = [
    { value: 'system', label: t('app.languageSystem') },
    ...LANGUAGES.map((value) => ({ value, label: languageName(value, value) })),
  ]
  return (
    <div className="settings-fields">
      {withName && (
        <TextField
          label={t('app.yourName')}
          hint={t('app.yourNameHint')}
          defaultValue={settings.name}
          maxLength={MAX_NAME}
          autoComplete="name"
          // At each letter: closing the sheet takes the field away before it could lose focus.
          onChange={(event) => platform.changeSettings({ name: event.currentTarget.value.trim() })}
        />
      )}
      <Choice
        legend={t('app.language')}
        options={languages}
        value={settings.language}
        onChoose={(language) => platform.changeSettings({ language })}
      />
      <Choice
        legend={t('app.theme')}
        options={[
          { value: 'system', label: t('app.languageSystem') },
          { value: 'light', label: t('app.themeLight') },
          { value: 'dark', label: t('app.themeDark') },
        ]}
        value={settings.theme}
        onChoose={(theme) => platform.changeSettings({ theme })}
      />
      <Choice
        legend={t('app.contrast')}
        options={[
          { value: 'system', label: t('app.languageSystem') },
          { value: 'normal', label: t('app.contrastNormal') },
          { value: 'high', label: t('app.contrastHigh') },
        ]}
        value={settings.contrast}
        onChoose={(contrast) => platform.changeSettings({ contrast })}
      />
      {platform.desktop && (
        <Choice
          legend={t('app.projectorContrast')}
          options={[
            { value: 'same', label: t('app.projectorSame') },
            { value: 'normal', label: t('app.contrastNormal') },
            { value: 'high', label: t('app.contrastHigh') },
          ]}
          value={settings.projectorContrast}
          onChoose={(projectorContrast) => platform.changeSettings({ projectorContrast })}
        />
      )}
      <Choice
        legend={t('app.controls')}
        hint={t('app.controlsHint')}
        options={[
          { value: 'normal', label: t('app.controlsNormal') },
          { value: 'large', label: t('app.controlsLarge') },
        ]}
        value={settings.controls}
        onChoose={(controls) => platform.changeSettings({ controls })}
      />
      <Choice
        legend={t('app.rail')}
        options={[
          { value: 'start', label: isFromRight ? t('app.railRight') : t('app.railLeft') },
          { value: 'bottom', label: t('app.railBottom') },
          { value: 'end', label: isFromRight ? t('app.railLeft') : t('app.railRight') },
        ]}
        value={settings.rail}
        onChoose={(rail) => platform.changeSettings({ rail })}
      />
    </div>
  )
}
