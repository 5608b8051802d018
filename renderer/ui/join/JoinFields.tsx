import { useTranslation } from 'react-i18next'
import type { Side } from '#shared/board/vocabulary'
import { Choice, TextField } from '../kit/Field'
import { SpokenLanguages } from './SpokenLanguages'

/** Those who join; politicians say so in the same list. */
const JOINING_SIDES = [
  'resident',
  'professional',
  'politician',
  'facilitator',
] as const satisfies readonly Side[]

/** The code of a room, as it is read from the projector. */
export function CodeField({
  className,
  error,
  value,
  onChange,
}: {
  className: string
  error: string | undefined
  value: string
  onChange: (code: string) => void
}) {
  const { t } = useTranslation()
  return (
    <TextField
      className={className}
      label={t('join.code')}
      hint={t('join.codeHint')}
      error={error}
      value={value}
      maxLength={12}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      dir="ltr"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** What people say of themselves when they come in. */
export interface About {
  readonly name: string
  readonly side: Side
  readonly languages: string[]
}

/** Name, side and languages of whoever comes in. */
export function AboutFields({
  about,
  isBadName,
  onChange,
}: {
  about: About
  isBadName: boolean
  onChange: (about: About) => void
}) {
  const { t } = useTranslation()
  return (
    <>
      <TextField
        label={t('join.name')}
        hint={t('join.nameHint')}
        error={isBadName ? t('failures.badName') : undefined}
        value={about.name}
        autoComplete="name"
        onChange={(event) => onChange({ ...about, name: event.currentTarget.value })}
      />
      <Choice
        legend={t('join.side')}
        options={JOINING_SIDES.map((value) => ({ value, label: t(`sides.${value}`) }))}
        value={about.side}
        onChoose={(side) => onChange({ ...about, side })}
      />
      <SpokenLanguages
        chosen={about.languages}
        onChoose={(languages) => onChange({ ...about, languages: [...languages] })}
      />
    </>
  )
}
