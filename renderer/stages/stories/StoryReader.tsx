import { ArrowLeft, Check, Pencil } from 'lucide-react'
import { type KeyboardEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Paragraph, paragraphsOf, passageOf, type StoryPart } from '#shared/board/actions/stories'
import { directionOf, languageName } from '#shared/language'
import { useRecord, useRecords, useSession, useSignal } from '../../ui/hooks'
import { IconButton } from '../../ui/kit/Button'
import { Choice } from '../../ui/kit/Field'
import { HighlightSheet } from './HighlightSheet'
import { headingTags } from './headingTags'
import { PassageBar } from './PassageBar'
import { extendByWord, moveByWord, selectWords } from './passageSelection'
import { StoryDetails } from './StoryDetails'
import { StoryParagraph } from './StoryParagraph'

/** One story to read: numbered paragraphs, its highlights, its translation beside a switch. */
export function StoryReader({
  story: id,
  wanted,
  onClose,
}: {
  story: string
  /** The highlight that somebody asked to see; a new object each time. */
  wanted: { readonly highlight: string | null } | null
  onClose: () => void
}) {
  const { t, i18n } = useTranslation()
  const session = useSession()
  const { doc } = session.replica
  const story = useRecord('stories', id)
  const highlights = useRecords('highlights')
  const canWrite = useSignal(session.canWrite)
  const [part, setPart] = useState<StoryPart>('text')
  const [isEditing, setEditing] = useState(false)
  const [sheet, setSheet] = useState<{ id: string; anchor: HTMLElement } | null>(null)
  const [present, setPresent] = useState(0)
  const reader = useRef<HTMLDivElement>(null)

  // The snapshot of the story is replaced whenever its words change.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const paragraphs = useMemo(() => paragraphsOf(doc, id, part), [doc, id, part, story])
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const marks = useMemo(
    () =>
      highlights.flatMap((highlight) => {
        if (highlight.story !== id || highlight.part !== part) return []
        const passage = passageOf(doc, highlight)
        return passage ? [{ id: highlight.id, ...passage }] : []
      }),
    [doc, id, part, story, highlights],
  )

  const numbers = useMemo(() => runningNumbers(paragraphs), [paragraphs])
  const saysTitle =
    paragraphs[0] !== undefined && paragraphs[0].heading > 0 && paragraphs[0].text === story?.title
  const tags = useMemo(
    () => headingTags(paragraphs.map(({ heading }, at) => (at === 0 && saysTitle ? 0 : heading))),
    [paragraphs, saysTitle],
  )
  const openSheet = useCallback(
    (highlight: string, anchor: HTMLElement) => setSheet({ id: highlight, anchor }),
    [],
  )

  const wantedPart = wanted?.highlight ? session.records.get('highlights', wanted.highlight)?.part : undefined
  useLayoutEffect(() => {
    if (wanted && wantedPart) setPart(wantedPart)
  }, [wanted, wantedPart])
  useLayoutEffect(() => {
    if (!wanted?.highlight || (wantedPart && wantedPart !== part)) return
    const mark = reader.current?.querySelector(`[data-highlights~="${CSS.escape(wanted.highlight)}"]`)
    mark?.scrollIntoView({ block: 'center' })
    mark?.classList.add('story-mark-shown')
    return () => mark?.classList.remove('story-mark-shown')
  }, [wanted, wantedPart, part])

  if (!story) return null
  const language = part === 'text' ? story.language : story.translationLanguage
  const hasTranslation = story.translation !== ''

  const move = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLTextAreaElement || event.ctrlKey || event.metaKey || event.altKey) return
    const at = Number((event.target as HTMLElement).closest<HTMLElement>('[data-place]')?.dataset.place ?? -1)
    const words = reader.current?.querySelector<HTMLElement>(`[data-place="${at}"] [data-start]`)
    if (!words || (event.target as HTMLElement).closest('button')) return
    const sideways = ({ ArrowLeft: 'left', ArrowRight: 'right' } as const)[event.key]
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (sideways) (event.shiftKey ? extendByWord : moveByWord)(words, sideways)
    else if (step !== undefined && !event.shiftKey) {
      const next = Math.max(0, Math.min(paragraphs.length - 1, at + step))
      setPresent(next)
      reader.current?.querySelector<HTMLElement>(`[data-place="${next}"]`)?.focus()
    } else if (event.key === 'Enter') selectWords(words)
    else if (event.key === 'Escape') document.getSelection()?.removeAllRanges()
    else return
    event.preventDefault()
  }

  return (
    <article className="story-reader" aria-label={story.title}>
      <header className="story-head">
        <IconButton icon={ArrowLeft} mirrors label={t('stories.back')} onClick={onClose} />
        <h2 dir="auto" lang={story.language}>
          {story.title}
        </h2>
        {canWrite && (
          <IconButton
            icon={isEditing ? Check : Pencil}
            label={isEditing ? t('stories.editDone') : t('stories.edit')}
            pressed={isEditing}
            onClick={() => setEditing(!isEditing)}
          />
        )}
      </header>
      <StoryDetails story={story} />
      {hasTranslation && (
        <Choice
          legend={t('stories.part')}
          legendUnseen
          value={part}
          onChoose={setPart}
          options={[
            { value: 'text', label: languageName(story.language, i18n.language) },
            { value: 'translation', label: languageName(story.translationLanguage, i18n.language) },
          ]}
        />
      )}
      {canWrite && (
        <p className="stage-hint">
          {t(isEditing ? 'stories.editHint' : 'stories.selectHint')}{' '}
          {!isEditing && <span className="story-keys">{t('stories.selectKeys')}</span>}
        </p>
      )}
      <div
        ref={reader}
        className="story-text"
        lang={language}
        dir={directionOf(language)}
        // A reader moves through paragraphs with the arrow keys, as in a document.
        role="document"
        aria-label={t('stories.words')}
        onKeyDown={move}
        // The first of the two presses opened the sheet of a highlight; a word was wanted.
        onDoubleClick={() => setSheet(null)}
      >
        {paragraphs.map((paragraph, at) => (
          <StoryParagraph
            // Paragraphs are never added or taken away, so their place is who they are.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={at}
            place={at}
            number={numbers[at] ?? null}
            paragraph={paragraph}
            marks={marks}
            tag={tags[at] ?? 'p'}
            isTitle={at === 0 && saysTitle}
            isPresent={at === present}
            isEditing={isEditing}
            story={id}
            part={part}
            onFocus={setPresent}
            onHighlight={openSheet}
          />
        ))}
      </div>
      {canWrite && !isEditing && <PassageBar reader={reader} story={id} part={part} />}
      {sheet && (
        <HighlightSheet
          key={sheet.id}
          highlight={sheet.id}
          anchor={sheet.anchor}
          onClose={() => setSheet(null)}
        />
      )}
    </article>
  )
}

function runningNumbers(paragraphs: readonly Paragraph[]): (number | null)[] {
  let last = 0
  return paragraphs.map(({ heading }) => (heading > 0 ? null : ++last))
}
