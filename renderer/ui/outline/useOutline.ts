import { useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deleteCards, writeCard } from '#shared/board/actions/cards'
import { joinTheme, reorderCard } from '#shared/board/actions/themes'
import type { Card } from '#shared/board/schema'
import { isLocked, unlocked } from '../../board/members'
import { addInView, showCard } from '../../stages/wallCards'
import { useRecords, useSession, useSignal } from '../hooks'
import { useNotices } from '../kit/notices'
import { buildOutline, type OutlineRow, outlineRows, stepFrom } from './outlineOrder'
import { reworded } from './reworded'

/** What a row may ask for; the same object for the life of the panel. */
export interface OutlineActs {
  /** Goes to a row; `adds` keeps what is selected. */
  choose(row: OutlineRow, adds: boolean): void
  toggle(row: OutlineRow): void
  write(row: OutlineRow): void
  /** Ends writing; null leaves the words as they were. */
  written(row: OutlineRow, text: string | null): void
}

export interface OutlineState {
  readonly rows: readonly OutlineRow[]
  /** The row that the keyboard is on. */
  readonly active: OutlineRow | undefined
  /** The key of the row being written in. */
  readonly editing: string | null
  readonly acts: OutlineActs
  go(direction: -1 | 1, adds: boolean): void
  goTo(row: OutlineRow | undefined, adds: boolean): void
  open(): void
  close(): void
  write(): void
  add(): void
  remove(): void
  canStep(direction: -1 | 1): boolean
  step(direction: -1 | 1): void
  moveTo(theme: string | null): void
  /** Gives the keyboard back to the row it is on. */
  focus(): void
}

/** The id of the card or theme that a row stands for. */
function recordOf(row: OutlineRow | undefined): string | undefined {
  if (row?.kind === 'card') return row.card.id
  return row?.kind === 'group' ? row.group.theme?.id : undefined
}

/** The outline of the open board, two-way with the selection. */
export function useOutline(): OutlineState {
  const { t } = useTranslation()
  const notices = useNotices()
  const session = useSession()
  const { selection, writer, undo } = session
  const cards = useRecords('cards')
  const selected = useSignal(selection.ids)
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [key, setKey] = useState<string | null>(null)
  const [editing, setEditing] = useState<string | null>(null)
  const wantsFocus = useRef(false)
  const [, look] = useReducer((times: number) => times + 1, 0)
  // Looked at in the very next render: a wish left over from a row that was active already would later take
  // the keyboard from whoever writes on the wall, and their letters would be commands of the outline.
  const wishFocus = () => {
    wantsFocus.current = true
    look()
  }

  const latest = useRef<{ cards: readonly Card[]; closed: typeof closed; rows: readonly OutlineRow[] }>(null)
  const rows = useMemo(() => {
    const before = latest.current
    const kept = before?.closed === closed ? reworded(before.rows, before.cards, cards) : undefined
    const next = kept ?? outlineRows(buildOutline(cards), closed)
    latest.current = { cards, closed, rows: next }
    return next
  }, [cards, closed])
  const active = rows.find((row) => row.key === key) ?? rows[0]

  // The wall chose one card: the outline goes there, without taking the keyboard. Before it is painted, or what is
  // asked for at once would be done to the row before.
  useLayoutEffect(() => {
    if (selected.size !== 1) return
    const [id = null] = selected
    setKey(id)
    if (id !== null && !wantsFocus.current)
      document.getElementById(rowId(id))?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  useEffect(() => {
    if (!wantsFocus.current || editing !== null) return
    wantsFocus.current = false
    if (active) document.getElementById(rowId(active.key))?.focus()
  })

  const setOpen = (row: OutlineRow, opens: boolean) =>
    setClosed((now) => {
      const next = new Set(now)
      if (opens) next.delete(row.key)
      else next.add(row.key)
      return next
    })
  const goTo = (row: OutlineRow | undefined, adds: boolean) => {
    if (!row) return
    wishFocus()
    setKey(row.key)
    const id = recordOf(row)
    if (id === undefined) {
      if (!adds) selection.clear()
    } else if (adds) selection.set([...selection.ids.get(), id])
    else showCard(session, id)
  }
  const write = (row: OutlineRow | undefined) => {
    if (!row) return
    if (recordOf(row) === undefined) setOpen(row, 'isOpen' in row && !row.isOpen)
    else if (isLocked(session, row.key)) notices.say({ words: t('tools.isLocked') })
    else if (session.canWrite.get()) {
      setKey(row.key)
      setEditing(row.key)
    }
  }

  const acts = useRef<OutlineActs>({ choose: () => {}, toggle: () => {}, write: () => {}, written: () => {} })
  Object.assign(acts.current, {
    choose: goTo,
    toggle: (row) => setOpen(row, 'isOpen' in row && !row.isOpen),
    write,
    written(row, text) {
      const id = recordOf(row)
      wishFocus()
      setEditing(null)
      if (text === null || id === undefined) return
      undo.mark()
      writeCard(writer, id, text.trim())
      undo.mark()
    },
  } satisfies OutlineActs)

  const place = active ? rows.indexOf(active) : -1
  return {
    rows,
    active,
    editing,
    acts: acts.current,
    goTo,
    go: (direction, adds) => goTo(rows[place + direction], adds),
    open() {
      if (active && 'isOpen' in active) {
        if (active.isOpen) goTo(rows[place + 1], false)
        else setOpen(active, true)
      }
    },
    close() {
      if (!active) return
      if ('isOpen' in active && active.isOpen) setOpen(active, false)
      else
        goTo(
          rows.slice(0, place).findLast(({ level }) => level < active.level),
          false,
        )
    },
    write: () => write(active),
    add() {
      const group = active && active.kind !== 'area' ? active.group : undefined
      const stage = active?.area.stage
      undo.mark()
      const id = addInView(session, {
        type: stage === 'ideas' ? 'idea' : 'note',
        ...(stage ? { stage } : {}),
      })
      const theme = group?.theme?.id ?? null
      if (active?.kind === 'card') reorderCard(writer, id, theme, active.card.id)
      else if (theme !== null) joinTheme(writer, [id], theme)
      undo.mark()
      setKey(id)
      setEditing(id)
    },
    remove() {
      const id = recordOf(active)
      if (id === undefined) return
      const gone = unlocked(session, selection.has(id) ? selection.ids.get() : [id])
      if (gone.length === 0) return void notices.say({ words: t('tools.isLocked') })
      const next = rows.slice(place + 1).find((row) => !gone.includes(row.key)) ?? rows[place - 1]
      undo.mark()
      deleteCards(writer, gone)
      undo.mark()
      goTo(next, false)
    },
    canStep: (direction) => active !== undefined && stepFrom(active, direction) !== undefined,
    step(direction) {
      const id = recordOf(active)
      const step = active && stepFrom(active, direction)
      if (id === undefined || !step) return
      wishFocus()
      undo.mark()
      reorderCard(writer, id, step.theme, step.after)
    },
    moveTo(theme) {
      const id = recordOf(active)
      if (id === undefined) return
      undo.mark()
      joinTheme(writer, selection.has(id) ? selection.ids.get() : [id], theme)
      undo.mark()
    },
    focus() {
      wishFocus()
      setKey((now) => now ?? rows[0]?.key ?? null)
    },
  }
}

/** The DOM id of a row. */
export const rowId = (key: string): string => `outline-${key}`
