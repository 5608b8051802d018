import { Bookmark } from 'lucide-react'
import { type MouseEvent, memo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type PlacedParagraph, rewritePassage, type StoryPart } from '#shared/board/actions/stories'
import { useSession } from '../../ui/hooks'
import { Icon } from '../../ui/kit/Icon'
import type { ParagraphTag } from './headingTags'
import { type Marked, segmentsOf } from './segments'

interface Props {
  readonly place: number
  /** Counted among the running paragraphs; null for a heading. */
  readonly number: number | null
  readonly tag: ParagraphTag
  readonly paragraph: PlacedParagraph
  readonly marks: readonly (Marked & { readonly quote: string })[]
  /** Says the same as the heading above the story. */
  readonly isTitle: boolean
  readonly isPresent: boolean
  readonly isEditing: boolean
  readonly story: string
  readonly part: StoryPart
  readonly onFocus: (place: number) => void
  readonly onHighlight: (highlight: string, anchor: HTMLElement) => void
}

/** One paragraph with its highlights underlined and a mark in the margin for each that begins here. */
export const StoryParagraph = memo(function StoryParagraph(props: Props) {
  const {
    place,
    number,
    tag: Tag,
    paragraph,
    marks,
    isTitle,
    isPresent,
    isEditing,
    onFocus,
    onHighlight,
  } = props
  const { t } = useTranslation()
  const margin = useRef<HTMLDivElement>(null)
  const { heading, start, text } = paragraph
  const end = start + text.length
  const beginning = marks.filter((mark) => mark.start >= start && mark.start < end)
  if (isTitle && !isEditing) return null

  const openMark = (event: MouseEvent) => {
    const mark = (event.target as HTMLElement).closest<HTMLElement>('[data-highlights]')
    const highlight = mark?.dataset.highlights?.split(' ').at(-1)
    if (mark && highlight && document.getSelection()?.isCollapsed !== false) onHighlight(highlight, mark)
  }
  const words = segmentsOf(text, start, marks).map(({ text: part, highlights }, at) =>
    highlights.length === 0 ? (
      part
    ) : (
      <mark
        // biome-ignore lint/suspicious/noArrayIndexKey: segments have no other name
        key={at}
        className={highlights.length > 1 ? 'story-mark story-mark-double' : 'story-mark'}
        data-highlights={highlights.join(' ')}
      >
        {part}
      </mark>
    ),
  )
  return (
    // The margin's buttons open the same sheets for the keyboard.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      className={heading > 0 ? 'story-paragraph story-heading' : 'story-paragraph'}
      data-place={place}
      tabIndex={isPresent && !isEditing ? 0 : -1}
      onFocus={() => onFocus(place)}
      onClick={openMark}
    >
      <div ref={margin} className="story-margin">
        {number}
        {beginning.map(({ id, quote }) => (
          <button
            key={id}
            type="button"
            className="story-margin-mark"
            aria-label={t('stories.highlightNamed', { quote: shortened(quote) })}
            onClick={(event) => {
              event.stopPropagation()
              onHighlight(id, event.currentTarget)
            }}
          >
            <Icon of={Bookmark} size={16} />
          </button>
        ))}
      </div>
      {isEditing ? (
        <ParagraphEditor {...props} />
      ) : (
        <Tag className="story-words" dir="auto" data-start={start}>
          {words}
        </Tag>
      )}
    </div>
  )
})

function ParagraphEditor({ paragraph, story, part, place, onFocus }: Props) {
  const { t } = useTranslation()
  const { writer } = useSession()
  const { start, text } = paragraph
  return (
    <textarea
      className="story-editor"
      dir="auto"
      rows={1}
      value={text}
      aria-label={t('stories.paragraph', { number: place + 1 })}
      onFocus={() => onFocus(place)}
      onChange={(event) => {
        const next = event.currentTarget.value.replace(/\s*\n\s*/g, ' ')
        rewritePassage(writer, story, part, start, start + text.length, next)
      }}
    />
  )
}

function shortened(quote: string): string {
  const letters = [...quote]
  return letters.length > 60 ? `${letters.slice(0, 58).join('')}…` : quote
}
