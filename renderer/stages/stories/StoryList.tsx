import { BookOpenText, FileUp } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addStory } from '#shared/board/actions/stories'
import type { Story } from '#shared/board/schema'
import { usePresentSession, useRecord, useRecords, useSession, useSignal } from '../../ui/hooks'
import { Button } from '../../ui/kit/Button'
import { Icon } from '../../ui/kit/Icon'
import { useNotices } from '../../ui/kit/notices'
import { importStory } from './importStory'

/** Every story with its teller and consent, and the way to bring in another. */
export function StoryList({ onOpen }: { onOpen: (story: string) => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const presentSession = usePresentSession()
  const notices = useNotices()
  const stories = useRecords('stories')
  const canWrite = useSignal(session.canWrite)
  const [isBusy, setBusy] = useState(false)
  const picker = useRef<HTMLInputElement>(null)

  const bringIn = async (files: readonly File[]) => {
    setBusy(true)
    let last: string | undefined
    for (const file of files) {
      const read = await importStory(file.name, new Uint8Array(await file.arrayBuffer()))
      if (!read.ok) {
        notices.fail(read.failure)
        continue
      }
      const { title, language, paragraphs, isGuess } = read.value
      const { undo, writer } = presentSession()
      undo.mark()
      last = addStory(writer, { title, language, paragraphs })
      if (isGuess) notices.say({ words: t('stories.guessedLetters', { title }) })
    }
    setBusy(false)
    if (last !== undefined && files.length === 1) onOpen(last)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    if (canWrite) void bringIn([...event.dataTransfer.files])
  }

  return (
    <section
      className="stories"
      aria-label={t('stories.list')}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      {stories.length === 0 ? (
        <div className="stage-empty">
          <Icon of={BookOpenText} size={32} />
          <p>{t(canWrite ? 'stories.empty' : 'stories.emptyToRead')}</p>
        </div>
      ) : (
        <ul className="story-list">
          {stories.map((story) => (
            <StoryEntry key={story.id} story={story} onOpen={onOpen} />
          ))}
        </ul>
      )}
      {canWrite && (
        <>
          <Button
            tone={stories.length === 0 ? 'primary' : 'plain'}
            icon={FileUp}
            disabled={isBusy}
            onClick={() => picker.current?.click()}
          >
            {isBusy ? t('stories.bringingIn') : t('stories.bringIn')}
          </Button>
          <p className="stage-hint">{t('stories.bringInHint')}</p>
          <input
            ref={picker}
            type="file"
            hidden
            multiple
            accept=".txt,.docx,text/plain"
            aria-label={t('stories.bringIn')}
            onChange={(event) => {
              void bringIn([...(event.currentTarget.files ?? [])])
              event.currentTarget.value = ''
            }}
          />
        </>
      )}
    </section>
  )
}

function StoryEntry({ story, onOpen }: { story: Story; onOpen: (story: string) => void }) {
  const { t } = useTranslation()
  const teller = useRecord('people', story.teller)
  const highlights = useRecords('highlights').filter((highlight) => highlight.story === story.id)
  return (
    <li>
      <button type="button" className="story-entry" onClick={() => onOpen(story.id)}>
        <span className="story-entry-title" dir="auto" lang={story.language}>
          {story.title}
        </span>
        {teller && (
          <span className="story-entry-facts" dir="auto">
            {teller.pseudonym || teller.name}
          </span>
        )}
        <span className="story-entry-facts">
          {t('stories.marked', { count: highlights.length })} · {t(`stories.consent.${story.consent}`)}
        </span>
      </button>
    </li>
  )
}
