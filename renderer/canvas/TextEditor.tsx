import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { resizeCard } from '#shared/board/actions/cards'
import type { Box } from '#shared/cards/box'
import type { Drawable, Place, TextArea } from '#shared/cards/kind'
import { toWorld } from '#shared/cards/place'
import { fitText, LINE_HEIGHT } from '#shared/cards/text'
import type { Session } from '../board/session'
import { editedText, writeEdited } from '../board/tools/edit'
import { FAMILIES } from './fonts'
import type { Look } from './paintContext'

/** Smaller letters, in CSS pixels, are too small to write in: the camera then comes as near as this zoom. */
const SMALLEST_LETTERS = 11
const WRITING_ZOOM = 1

/**
 * A field over the card being written in, with the same letters and lines as the painter. It is laid out
 * in world units and scaled as a whole, so that lines break in the same places at every zoom.
 */
export function TextEditor({ session, look }: { session: Session; look: Look }) {
  const { editing, scene, camera } = session
  const id = useSyncExternalStore(editing.subscribe, editing.get)
  useSyncExternalStore(camera.view.subscribe, camera.view.get)
  useSyncExternalStore(camera.viewport.subscribe, camera.viewport.get)
  const drawable = useSyncExternalStore(scene.subscribe, () => {
    const edited = editedText(session)
    return edited ? scene.get(edited.card) : undefined
  })
  const edited = editedText(session)
  if (id === null || !edited || !drawable) return null
  const area = drawable.kind.textArea(drawable, look.at(1, null), edited.frame ?? edited.part ?? undefined)
  if (!area) return null
  const isOwn = edited.frame === null && edited.part === null
  return (
    <Field
      key={id}
      session={session}
      look={look}
      area={area}
      text={edited.text}
      place={drawable.place}
      card={isOwn && drawable.kind.resizes && !drawable.kind.isField ? drawable.id : null}
      invitation={isOwn ? invitationOf(drawable, look) : ''}
      sheet={
        isOwn && !drawable.kind.isField && !drawable.kind.isBare
          ? look.colours.tints[drawable.card.tint].fill
          : ''
      }
    />
  )
}

/** What to write in fields that are nothing without words. */
function invitationOf({ card }: Drawable, { words }: Look): string {
  if (card.type === 'theme') return words.themeSentence
  return card.type === 'frame' ? words.frame : ''
}

interface FieldProps {
  readonly session: Session
  readonly look: Look
  readonly area: TextArea
  readonly text: string
  readonly place: Place
  /** The card that grows with its words, or null. */
  readonly card: string | null
  /** What to write, while nothing is written. */
  readonly invitation: string
  /** The colour of the card's paper, since another card may lie over it; empty to see through. */
  readonly sheet: string
}

function Field({ session, look, area, text, place, card, invitation, sheet }: FieldProps) {
  const { t } = useTranslation()
  const { camera } = session
  const field = useRef<HTMLTextAreaElement>(null)
  const measure = look.at(1, null).measure
  const block = fitText(text, area.width, area.height, area.sizes, area.font, measure)
  const { zoom } = camera.view.get()
  const [left, top] = camera.toScreen(toWorld(place, [area.x, area.y]))
  // A theme or a storyboard is far larger than the words written in it.
  const words = { ...area, x: place.x + area.x, y: place.y + area.y }
  const first = useRef({
    box: card === null ? words : place,
    least: block.font.size * zoom < SMALLEST_LETTERS ? WRITING_ZOOM : 0,
  })

  useLayoutEffect(() => {
    const element = field.current
    if (!element) return
    // Whoever writes sees what they write.
    camera.reveal(first.current.box, 24, first.current.least)
    element.focus({ preventScroll: true })
    element.setSelectionRange(element.value.length, element.value.length)
  }, [camera])
  useLayoutEffect(() => {
    if (field.current) follow(field.current, text)
  }, [text])

  const write = (next: string) => {
    const fitted = card === null ? undefined : placeFor(session, look, card, next)
    writeEdited(session, next)
    if (card === null) return
    if (fitted) moveTo(session, card, fitted)
    else growCard(session, look, card)
  }
  const end = () => {
    if (session.editing.get() !== null) session.editing.set(null)
  }
  return (
    <textarea
      ref={field}
      className="wall-editor"
      dir="auto"
      aria-label={t('wall.editor')}
      defaultValue={text}
      placeholder={invitation}
      spellCheck={false}
      onInput={(event) => write(event.currentTarget.value)}
      onBlur={end}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        const isDone = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
        if (!isDone) return
        event.preventDefault()
        event.stopPropagation()
        const wall = event.currentTarget.closest<HTMLElement>('.wall')
        end()
        wall?.focus({ preventScroll: true })
      }}
      style={{
        // Screen coordinates of a canvas have no reading direction: physical on purpose.
        transform: `translate(${left}px, ${top}px) rotate(${place.rotation}deg) scale(${zoom})`,
        inlineSize: area.width,
        blockSize: Math.max(area.height, block.height),
        fontFamily: FAMILIES[area.font.face],
        fontSize: block.font.size,
        fontWeight: area.font.weight,
        lineHeight: LINE_HEIGHT,
        color: look.colours.ink,
        background: sheet,
        // Physical too: half of what is left is above the words.
        ...(area.isCentred
          ? { textAlign: 'center', paddingBlockStart: Math.max(0, (area.height - block.height) / 2) }
          : {}),
      }}
    />
  )
}

/** Takes over what somebody else wrote in the same text without moving this person's caret from its words. */
function follow(element: HTMLTextAreaElement, text: string): void {
  const before = element.value
  if (before === text) return
  let same = 0
  while (same < Math.min(before.length, text.length) && before[same] === text[same]) same++
  const moved = (at: number) => (at <= same ? at : Math.max(same, at + text.length - before.length))
  const [start, end] = [moved(element.selectionStart), moved(element.selectionEnd)]
  element.value = text
  element.setSelectionRange(start, end)
}

/** The place a card takes with other words; undefined for kinds that only grow downwards. */
function placeFor(session: Session, look: Look, id: string, text: string): Box | undefined {
  const drawable = session.scene.get(id)
  return drawable?.kind.fit?.(drawable, text, look.at(1, null))
}

function moveTo(session: Session, id: string, { x, y, width, height }: Box): void {
  const card = session.scene.get(id)?.card
  if (!card) return
  const [wide, high, turn] = card.size
  if (card.pos[0] === x && card.pos[1] === y && wide === width && high === height) return
  resizeCard(session.writer, id, { pos: [x, y], size: [width, height, turn] })
}

/** Makes a card taller when its words no longer fit even in the smallest letters. */
function growCard(session: Session, look: Look, id: string): void {
  const drawable = session.scene.get(id)
  const area = drawable?.kind.textArea(drawable, look.at(1, null))
  if (!drawable || !area) return
  const floor = area.sizes.at(-2) ?? 13
  const block = fitText(area.text, area.width, 1e6, [floor], area.font, look.at(1, null).measure)
  const missing = Math.ceil(block.height - area.height)
  if (missing <= 0) return
  const { pos, size } = drawable.card
  resizeCard(session.writer, id, { pos, size: [size[0], size[1] + missing, size[2]] })
}
