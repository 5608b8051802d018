import { useTranslation } from 'react-i18next'
import { languageName } from '#shared/language'
import { MAX_NAME } from '#shared/sync/protocol'
import { usePlatform, useSignal } from './hooks'
import { Choice, TextField } from './kit/Field'
import { LANGUAGES } from './language'
import './settings.css'

/** Language and contrast, and on a desktop the name the others see. */
export function SettingsFields({ withName }: { withName: boolean }) {
  const { t } = useTranslation()
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
        legend={t('app.contrast')}
        options={[
          { value: 'normal', label: t('app.contrastNormal') },
          { value: 'high', label: t('app.contrastHigh') },
        ]}
        value={settings.contrast}
        onChoose={(contrast) => platform.changeSettings({ contrast })}
      />
    </div>
  )
}
