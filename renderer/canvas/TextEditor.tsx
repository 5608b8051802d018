import { useEffectEvent, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { resizeCard } from '#shared/board/actions/cards'
import type { Box } from '#shared/cards/box'
import type { Drawable, TextArea } from '#shared/cards/kind'
import { uprightBox } from '#shared/cards/kinds'
import { positionOf, toWorld } from '#shared/cards/place'
import { formatsIn } from '#shared/cards/sheet'
import { LINE_HEIGHT, layText } from '#shared/cards/text'
import type { Session } from '../board/session'
import { type Edited, editedText } from '../board/tools/edit'
import { FAMILIES } from './fonts'
import type { Look } from './paintContext'
import { lineOfPeer } from './peerColours'
import type { WordsLook } from './words/lineLook'
import { createWordsEditor, type WordsEditor } from './words/wordsEditor'
import { BEYOND } from './words/wordsTheme'

/** Smaller letters, in CSS pixels, are too small to write in: the camera then comes as near as this zoom. */
const SMALLEST_LETTERS = 11
const WRITING_ZOOM = 1

/**
 * A field over the card being written in, with the same letters and lines as the painter. It is laid out
 * in world units and scaled as a whole, so that lines break in the same places at every zoom. Words that do not
 * fit in the smallest letters are cut on the wall, and are all there to scroll through here.
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
      edited={edited}
      drawable={drawable}
      // A theme or a storyboard is far larger than the words written in it.
      isCard={isOwn && drawable.kind.resizes && !drawable.kind.isField}
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
  readonly edited: Edited
  readonly drawable: Drawable
  /** Whoever writes should see the whole card, not only its words. */
  readonly isCard: boolean
  /** What to write, while nothing is written. */
  readonly invitation: string
  /** The colour of the card's paper, since another card may lie over it; empty to see through. */
  readonly sheet: string
}

function Field({ session, look, area, edited, drawable, isCard, invitation, sheet }: FieldProps) {
  const { t } = useTranslation()
  const { camera } = session
  const { place } = drawable
  const root = useRef<HTMLDivElement>(null)
  const editor = useRef<WordsEditor | null>(null)
  const caret = useRef<number | null>(null)
  const label = t('wall.editor')
  const lines = linesIn(look, drawable, area, edited)
  const { zoom } = camera.view.get()
  const words: Box = { ...area, x: place.x + area.x, y: place.y + area.y }
  const [left, top] = camera.toScreen(toWorld(place, [area.x - BEYOND, area.y - BEYOND]))
  const box = isCard ? uprightBox(place) : words
  const first = useRef({
    look,
    label,
    invitation,
    box,
    least: lines.block.font.size * zoom < SMALLEST_LETTERS ? WRITING_ZOOM : 0,
  })

  useLayoutEffect(() => {
    const parent = root.current
    const begun = editedText(session)
    if (!parent || !begun) return
    const { box, least } = first.current
    // Whoever writes sees what they write.
    camera.reveal(box, 24, least)
    const { label, invitation } = first.current
    const made = createWordsEditor(parent, session, begun, {
      label,
      invitation,
      caret: caret.current,
      makeRoom: (text) => makeRoom(session, first.current.look, begun, text),
      lineOf: (peer) => lineOfPeer(peer, first.current.look.colours),
      end(goesToWall) {
        const wall = parent.closest<HTMLElement>('.wall')
        if (session.editing.get() !== null) session.editing.set(null)
        if (goesToWall) wall?.focus({ preventScroll: true })
      },
    })
    editor.current = made
    made.focus()
    return () => {
      // The board may be read anew while somebody writes: they go on where they were.
      caret.current = session.writing.get()?.end ?? null
      editor.current = null
      made.dispose()
    }
  }, [session, camera])
  const { width, height } = camera.viewport.get()
  const stays = useEffectEvent(() => camera.reveal(box, 24))
  const sized = useRef({ width, height })
  useLayoutEffect(() => {
    if (sized.current.width === width && sized.current.height === height) return
    sized.current = { width, height }
    // The wall makes room for what comes beside it: whoever writes goes on seeing what they write.
    stays()
  }, [width, height])
  useLayoutEffect(() => {
    first.current.look = look
    if (edited.part !== null) editor.current?.take(edited.text)
    editor.current?.look(lines)
  }, [look, edited.part, edited.text, lines])

  return (
    <div
      ref={root}
      className="wall-words"
      style={{
        // Screen coordinates of a canvas have no reading direction: physical on purpose.
        transform: `translate(${left}px, ${top}px) rotate(${place.rotation}deg) scale(${zoom})`,
        inlineSize: area.width + 2 * BEYOND,
        blockSize: Math.max(area.height, lines.block.font.size * LINE_HEIGHT) + 2 * BEYOND,
        paddingBlockStart: area.isCentred ? Math.max(0, (area.height - lines.block.height) / 2) : 0,
        textAlign: area.isCentred ? 'center' : 'start',
        fontFamily: FAMILIES[area.font.face],
        fontStyle: area.font.face === 'reading' ? 'italic' : 'normal',
        fontSize: lines.block.font.size,
        fontWeight: area.font.weight,
        color: look.colours.ink,
        background: sheet,
      }}
    />
  )
}

/** All lines of the words, once per snapshot of their card: a moving camera lays nothing out anew. */
function linesIn(look: Look, drawable: Drawable, area: TextArea, { frame, part }: Edited): WordsLook {
  const { measure, remember } = look.at(1, null)
  return remember(drawable, `written ${frame ?? part ?? ''}`, () => {
    const formats = formatsIn(drawable, area)
    const { text, width, height, sizes, font } = area
    return { block: layText(text, width, height, sizes, font, measure, formats), formats }
  })
}

/** Lets a card whose place follows its words take the place that other words need; other cards stay as they are. */
function makeRoom(session: Session, look: Look, { card, frame, part }: Edited, text: string): void {
  const drawable = frame === null && part === null ? session.scene.get(card) : undefined
  const fitted = drawable?.kind.fit?.(drawable, text, look.at(1, null))
  if (!drawable || !fitted) return
  const { width, height } = fitted
  const { pos, size } = drawable.card
  const [x, y] = positionOf(drawable.place, fitted)
  if (pos[0] === x && pos[1] === y && size[0] === width && size[1] === height) return
  resizeCard(session.writer, card, { pos: [x, y], size: [width, height, size[2]] })
}
