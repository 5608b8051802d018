import { ChevronDown, ChevronRight } from 'lucide-react'
import { type CSSProperties, memo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card } from '#shared/board/schema'
import { kindOf } from '#shared/cards/kinds'
import { useRecord } from '../hooks'
import { nameOfKind, signWords } from '../kindNames'
import { Icon } from '../kit/Icon'
import { TintSign } from '../kit/TintSign'
import { useEndNames } from '../marks/endNames'
import { countCards, type OutlineRow } from './outlineOrder'
import { type OutlineActs, rowId } from './useOutline'

/** One row: an area, a group or a card. */
export const OutlineItem = memo(
  function OutlineItem({
    row,
    isActive,
    isSelected,
    isEditing,
    outline,
  }: {
    row: OutlineRow
    isActive: boolean
    isSelected: boolean
    isEditing: boolean
    outline: OutlineActs
  }) {
    const opens = row.kind !== 'card'
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it has the keys.
      <div
        id={rowId(row.key)}
        role="treeitem"
        className={`outline-row outline-${row.kind}`}
        aria-level={row.level}
        aria-posinset={row.position}
        aria-setsize={row.siblings}
        aria-selected={isSelected}
        aria-expanded={opens ? row.isOpen : undefined}
        style={{ '--depth': row.level - (row.kind === 'card' ? 3 : 2) } as CSSProperties}
        tabIndex={isActive && !isEditing ? 0 : -1}
        onClick={(event) => {
          if (!isEditing) outline.choose(row, event.shiftKey || event.ctrlKey || event.metaKey)
        }}
        onDoubleClick={() => outline.write(row)}
      >
        {opens && (
          // biome-ignore lint/a11y/noStaticElementInteractions: a larger target for the pointer only; keys and readers have the row.
          // biome-ignore lint/a11y/useKeyWithClickEvents: as above.
          <span
            className="outline-toggle"
            onClick={(event) => {
              event.stopPropagation()
              outline.toggle(row)
            }}
          >
            <Icon of={row.isOpen ? ChevronDown : ChevronRight} size={16} mirrors={!row.isOpen} />
          </span>
        )}
        {isEditing ? <RowWriter row={row} outline={outline} /> : <RowWords row={row} />}
      </div>
    )
  },
  (a, b) =>
    a.isActive === b.isActive &&
    a.isSelected === b.isSelected &&
    a.isEditing === b.isEditing &&
    isSameRow(a.row, b.row),
)

/** Rows are made anew at every change; most show the same as before. */
export function isSameRow(a: OutlineRow, b: OutlineRow): boolean {
  if (a.kind !== b.kind || a.key !== b.key || a.position !== b.position || a.siblings !== b.siblings)
    return false
  if (a.kind === 'card' && b.kind === 'card')
    return a.card === b.card && a.level === b.level && a.group.key === b.group.key
  if (a.kind === 'group' && b.kind === 'group')
    return (
      a.group.theme === b.group.theme &&
      a.level === b.level &&
      countOf(a) === countOf(b) &&
      a.isOpen === b.isOpen
    )
  return a.kind === 'area' && b.kind === 'area' && a.isOpen === b.isOpen && countOf(a) === countOf(b)
}

function countOf(row: OutlineRow): number {
  return row.kind === 'card' ? 1 : countCards(row.kind === 'group' ? row.group.items : row.area.groups)
}

/** What a card is called that stands for a person or a measure. */
function RecordName({ id }: { id: string }) {
  const person = useRecord('people', id)
  const measure = useRecord('measures', id)
  return <>{person?.pseudonym || person?.name || measure?.name}</>
}

function RowWords({ row }: { row: OutlineRow }) {
  const { t } = useTranslation()
  if (row.kind === 'card') {
    const { text, tint, type } = row.card
    const { isWritten } = kindOf(type)
    return (
      <>
        <span className={`outline-tint tint-${tint}`}>
          <TintSign tint={tint} size={10} />
        </span>
        <span className="outline-words" dir="auto">
          {type !== 'note' && type !== 'insight' && (
            // The space is for whoever hears the row: a margin parts no words.
            <>
              <span className="outline-kind">{nameOfKind(t, type)}</span>{' '}
            </>
          )}
          {row.card.record !== null && <RecordName id={row.card.record} />}
          {type === 'connector' ? (
            <ConnectorWords card={row.card} />
          ) : (
            text.trim() ||
            signWords(t, row.card) ||
            (isWritten && type !== 'image' ? <em>{t('outline.emptyCard')}</em> : '')
          )}
        </span>
      </>
    )
  }
  const name =
    row.kind === 'area'
      ? t(`stages.${row.area.stage}`)
      : row.group.theme
        ? row.group.theme.text.trim() || t('outline.emptyCard')
        : t('outline.noTheme')
  const count = countOf(row)
  return (
    <>
      <span className="outline-words" dir="auto">
        {name}
      </span>
      <span className="outline-count" aria-hidden="true">
        {count}
      </span>
      <span className="unseen">{t('outline.cards', { count })}</span>
    </>
  )
}

/** A line between cards says what it joins, and its label when it has one. */
function ConnectorWords({ card }: { card: Card }) {
  const { t } = useTranslation()
  const { from, to } = useEndNames(card)
  const label = card.text.trim()
  const words = t('connector.between', { from: isolated(from), to: isolated(to) })
  return label === '' ? words : `${isolated(label)} · ${words}`
}

/** Words of another direction inside a sentence, which they must not turn round. */
const isolated = (words: string): string => `\u2068${words}\u2069`

function RowWriter({ row, outline }: { row: OutlineRow; outline: OutlineActs }) {
  const { t } = useTranslation()
  const text = row.kind === 'card' ? row.card.text : row.kind === 'group' ? (row.group.theme?.text ?? '') : ''
  const isOver = useRef(false)
  const end = (words: string | null) => {
    if (isOver.current) return
    isOver.current = true
    outline.written(row, words)
  }
  return (
    <textarea
      className="outline-writer"
      aria-label={t('outline.editing')}
      dir="auto"
      defaultValue={text}
      rows={2}
      // biome-ignore lint/a11y/noAutofocus: the person asked to write here.
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => end(event.currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') end(null)
        else if (event.key === 'Enter' && !event.shiftKey) {
          event.preventDefault()
          end(event.currentTarget.value)
        }
      }}
    />
  )
}
