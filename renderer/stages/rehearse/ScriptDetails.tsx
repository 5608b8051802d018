import { Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { addCharacter, describeScript, nameCharacter } from '#shared/board/actions/scripts'
import { remove } from '#shared/board/actions/writer'
import type { Character } from '#shared/board/schema'
import { directionOf, languageName } from '#shared/language'
import { useSession } from '../../ui/hooks'
import { Button, IconButton } from '../../ui/kit/Button'
import { TextField } from '../../ui/kit/Field'
import { SCRIPT_LANGUAGES } from './languages'
import { nameIn, type WholeScript } from './useScript'

/** What the scene is, where it plays, in which languages, and who is in it. */
export function ScriptDetails({ whole, canWrite }: { whole: WholeScript; canWrite: boolean }) {
  const { t } = useTranslation()
  const { writer, undo } = useSession()
  const { script, cast, languages } = whole
  const change = (values: Parameters<typeof describeScript>[2]) => describeScript(writer, script.id, values)
  return (
    <details className="script-about" open={whole.lines.length === 0}>
      <summary>
        <span>{t('rehearse.details')}</span>
        <span className="script-about-cast" dir="auto">
          {cast
            .map((character) => nameIn(character, languages[0]))
            .filter(Boolean)
            .join(' · ')}
        </span>
      </summary>
      <fieldset className="script-details" disabled={!canWrite}>
        <legend className="unseen">{t('rehearse.details')}</legend>
        <TextField
          label={t('rehearse.title')}
          value={script.title}
          onChange={(event) => change({ title: event.target.value })}
        />
        <div className="script-row">
          <TextField
            label={t('rehearse.scene')}
            value={script.scene}
            onChange={(event) => change({ scene: event.target.value })}
          />
          <TextField
            label={t('rehearse.where')}
            value={script.place}
            onChange={(event) => change({ place: event.target.value })}
          />
        </div>
        <div className="script-row">
          <LanguageChoice
            label={t('rehearse.firstLanguage')}
            value={languages[0]}
            onChoose={(language) => change({ languages: [language, languages[1]] })}
          />
          <LanguageChoice
            label={t('rehearse.secondLanguage')}
            value={languages[1]}
            onChoose={(language) => change({ languages: [languages[0], language] })}
          />
        </div>
        <h2>{t('rehearse.cast')}</h2>
        <ul className="script-cast">
          {cast.map((character, at) => (
            <CastMember
              key={character.id}
              character={character}
              number={at + 1}
              languages={languages}
              canLeave={cast.length > 1}
            />
          ))}
        </ul>
        {canWrite && (
          <div>
            <Button
              icon={Plus}
              onClick={() => {
                undo.mark()
                addCharacter(writer, script.id, {})
              }}
            >
              {t('rehearse.addCharacter')}
            </Button>
          </div>
        )}
      </fieldset>
    </details>
  )
}

function LanguageChoice({
  label,
  value,
  onChoose,
}: {
  label: string
  value: string
  onChoose: (language: string) => void
}) {
  const { i18n } = useTranslation()
  const offered: readonly string[] = (SCRIPT_LANGUAGES as readonly string[]).includes(value)
    ? SCRIPT_LANGUAGES
    : [value, ...SCRIPT_LANGUAGES]
  return (
    <label className="field">
      <span className="field-name">{label}</span>
      <select className="field-input" value={value} onChange={(event) => onChoose(event.target.value)}>
        {offered.map((tag) => (
          <option key={tag} value={tag}>
            {languageName(tag, i18n.language)}
          </option>
        ))}
      </select>
    </label>
  )
}

function CastMember({
  character,
  number,
  languages,
  canLeave,
}: {
  character: Character
  number: number
  languages: WholeScript['languages']
  canLeave: boolean
}) {
  const { t, i18n } = useTranslation()
  const { writer, undo } = useSession()
  return (
    <li>
      {[...new Set(languages)].map((language) => (
        <input
          key={language}
          className="field-input"
          lang={language}
          dir={directionOf(language)}
          aria-label={t('rehearse.characterName', {
            number,
            language: languageName(language, i18n.language),
          })}
          placeholder={t('rehearse.character', { number })}
          value={character.name[language] ?? ''}
          onChange={(event) =>
            nameCharacter(writer, character.id, { ...character.name, [language]: event.target.value })
          }
        />
      ))}
      {canLeave && (
        <IconButton
          icon={Trash2}
          label={t('rehearse.removeCharacter', {
            name: nameIn(character, languages[0]) || t('rehearse.character', { number }),
          })}
          onClick={() => {
            undo.mark()
            remove(writer, 'characters', [character.id])
          }}
        />
      )}
    </li>
  )
}
