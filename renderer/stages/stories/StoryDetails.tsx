import { Trash2 } from 'lucide-react'
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { deleteStory, describeStory, translateStory } from '#shared/board/actions/stories'
import type { Story } from '#shared/board/schema'
import { CONSENTS } from '#shared/board/vocabulary'
import { languageName } from '#shared/language'
import { usePresentSession, useRecords, useSession, useSignal } from '../../ui/hooks'
import { Button } from '../../ui/kit/Button'
import { Choice, TextField } from '../../ui/kit/Field'
import { useNotices } from '../../ui/kit/notices'
import { usePurge } from '../../ui/purge/PurgeProvider'
import { importStory } from './importStory'

/** The languages that are spoken most in Birmingham; others come with a story that is written in one. */
const LANGUAGES = ['en', 'ur', 'pa', 'bn', 'ar', 'ro', 'pl', 'so', 'ps', 'fa', 'gu', 'ku', 'ti', 'zh']

/** Who told a story, in which language, and what they agreed to. Folded away while one reads. */
export function StoryDetails({ story }: { story: Story }) {
  const { t, i18n } = useTranslation()
  const { writer, canWrite: writable, undo } = useSession()
  const presentSession = usePresentSession()
  const notices = useNotices()
  const canWrite = useSignal(writable)
  const people = useRecords('people')
  const picker = useRef<HTMLInputElement>(null)
  const id = useId()
  const languages = LANGUAGES.includes(story.language) ? LANGUAGES : [story.language, ...LANGUAGES]
  const purge = usePurge()
  const putInBin = () => {
    undo.mark()
    deleteStory(writer, story.id)
    undo.mark()
    notices.say({
      words: t('stories.deleted', { title: story.title }),
      action: { label: t('tools.putBack'), run: () => undo.undo() },
    })
  }
  const addTranslation = async (file: File | undefined) => {
    if (!file) return
    const read = await importStory(file.name, new Uint8Array(await file.arrayBuffer()))
    if (!read.ok) return notices.fail(read.failure)
    const present = presentSession()
    present.undo.mark()
    translateStory(present.writer, story.id, read.value.language, read.value.paragraphs)
  }
  return (
    <details className="story-details">
      <summary>
        {t('stories.about')}
        <span className="story-consent"> · {t(`stories.consent.${story.consent}`)}</span>
      </summary>
      <fieldset disabled={!canWrite} className="stage-form">
        <legend className="unseen">{t('stories.about')}</legend>
        <TextField
          label={t('stories.title')}
          value={story.title}
          maxLength={200}
          onChange={(event) => describeStory(writer, story.id, { title: event.currentTarget.value })}
        />
        <div className="field">
          <label htmlFor={`${id}-teller`}>{t('stories.teller')}</label>
          <select
            id={`${id}-teller`}
            className="field-input"
            value={story.teller ?? ''}
            onChange={(event) =>
              describeStory(writer, story.id, { teller: event.currentTarget.value || null })
            }
          >
            <option value="">{t('stories.tellerUnknown')}</option>
            {people.map(({ id: person, name, pseudonym }) => (
              <option key={person} value={person}>
                {name || pseudonym || t('stories.tellerUnnamed')}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-language`}>{t('stories.language')}</label>
          <select
            id={`${id}-language`}
            className="field-input"
            value={story.language}
            onChange={(event) => describeStory(writer, story.id, { language: event.currentTarget.value })}
          >
            {languages.map((tag) => (
              <option key={tag} value={tag}>
                {languageName(tag, i18n.language)}
              </option>
            ))}
          </select>
        </div>
        <Choice
          legend={t('stories.consentAsk')}
          value={story.consent}
          onChoose={(consent) => describeStory(writer, story.id, { consent })}
          options={CONSENTS.map((value) => ({ value, label: t(`stories.consent.${value}`) }))}
          hint={t(`stories.consentHint.${story.consent}`)}
        />
        {story.translation === '' && (
          <>
            <Button onClick={() => picker.current?.click()}>{t('stories.addTranslation')}</Button>
            <input
              ref={picker}
              type="file"
              hidden
              accept=".txt,.docx,text/plain"
              aria-label={t('stories.addTranslation')}
              onChange={(event) => void addTranslation(event.currentTarget.files?.[0])}
            />
          </>
        )}
        {canWrite && (
          <div className="story-removal">
            <Button icon={Trash2} onClick={putInBin}>
              {t('stories.delete')}
            </Button>
            {purge && (
              <Button tone="danger" onClick={() => purge({ kind: 'story', id: story.id })}>
                {t('purge.open')}
              </Button>
            )}
          </div>
        )}
      </fieldset>
    </details>
  )
}
