import type { Writer } from '#shared/board/actions/writer'
import type { Stage } from '#shared/board/vocabulary'
import { type Camera, createCamera } from './camera'
import { createFind, type Find } from './find'
import { createGlides, type Glides } from './glides'
import { createGuided, type Guided } from './guided'
import { keepWritten } from './keepWritten'
import { createOthers, type Others } from './others'
import { createOwnPresence, type OwnPresence } from './presence'
import { createPreview, type Preview } from './preview'
import { createRecords, type Records } from './records'
import { createRemotePreview, type RemotePreview } from './remotePreview'
import type { Replica } from './replica'
import { createScene, type Scene } from './scene'
import { createSelection, type Selection } from './selection'
import { type Signal, signal, type WritableSignal } from './signal'
import { followSilence } from './silence'
import { createSuggestions, type Suggestions } from './suggestions'
import { editedText } from './tools/edit'
import type { WallMenu } from './tools/menu'
import { createTools, type Tools } from './tools/tools'
import { createTrails, type Trails } from './trails'
import { createUndo, type Undo } from './undo'
import type { Writing } from './writing'

/** Something in the panels that another part of the interface asked to see. */
export type Focus =
  | { readonly kind: 'story'; readonly story: string; readonly highlight: string | null }
  | { readonly kind: 'prototype'; readonly card: string }
  | { readonly kind: 'script'; readonly script: string }
  | { readonly kind: 'card'; readonly card: string }
  | { readonly kind: 'stage'; readonly stage: Stage }

/** What only the page can do, asked for by a gesture or a command. */
export type Ask =
  | { readonly do: 'openLink'; readonly link: string }
  /** Lets the person choose pictures from this device. */
  | { readonly do: 'choosePictures' }
  | { readonly do: 'copy' | 'cut' | 'paste' }
  /** Puts the selected cards where the room keeps them for later. */
  | { readonly do: 'park' }

/** A sheet over the wall that a command opens; at most one at a time. */
export const OVERLAYS = [
  'find',
  'palette',
  'shortcuts',
  'clusters',
  'stations',
  'settings',
  'room',
  'tables',
  'bin',
  'vote',
  'speaking',
  'writing',
  'oneTwoFourAll',
  'energy',
] as const
export type Overlay = (typeof OVERLAYS)[number]

/** Everything one window needs to work on one board. Knows no framework. */
export interface Session {
  readonly replica: Replica
  readonly records: Records
  readonly camera: Camera
  readonly selection: Selection
  readonly undo: Undo
  /** Writes in this person's name, as undoable steps. */
  readonly writer: Writer
  /** The card, or the frame of a storyboard, whose text is being written on the wall. */
  readonly editing: WritableSignal<string | null>
  /** Where in those words; null while nothing is written. */
  readonly writing: WritableSignal<Writing | null>
  /** What the panels should show; set by a click on a card's source, for example. */
  readonly focus: WritableSignal<Focus | null>
  /** Whatever was asked of the page last; it is done at once, while the browser still knows who pressed what. */
  readonly asked: WritableSignal<Ask | null>
  /** The sheet that is open over the wall. */
  readonly overlay: WritableSignal<Overlay | null>
  /** The station that was gone to last. */
  readonly station: WritableSignal<string | null>
  readonly find: Find
  /** The menu that is open on the wall. */
  readonly menu: WritableSignal<WallMenu | null>
  /** While the room sorts in silence nobody shows a name, a cursor, a vote or a reaction. */
  readonly isSilent: Signal<boolean>
  /** False for observers, and while the board cannot be written. */
  readonly canWrite: Signal<boolean>
  /** What is on the wall, found by place. */
  readonly scene: Scene
  /** What gestures under way look like; never in the document. */
  readonly preview: Preview
  /** Groups of cards that the words on them suggest; nothing of them is written before they are accepted. */
  readonly suggestions: Suggestions
  /** Cards that make room for a gesture or land after one. */
  readonly glides: Glides
  /** The others' cursors and drags. */
  readonly remote: RemotePreview
  /** What the others have chosen and write in. */
  readonly others: Others
  readonly presence: OwnPresence
  /** Where whoever leads the room brings this window. */
  readonly guided: Guided
  /** What laser pointers leave behind, one's own and the others'. */
  readonly trails: Trails
  readonly tools: Tools
  dispose(): void
}

/** What a person sees and does at a board, apart from the board. */
export type View = Pick<Session, 'camera' | 'selection' | 'editing' | 'focus' | 'overlay' | 'station'>

/**
 * Composes a session around a replica. The replica is disposed with it. `view` is that of the session before,
 * when this one takes its place.
 */
export function createSession(replica: Replica, view?: View): Session {
  const origin = { of: 'session' }
  const records = createRecords(replica.doc)
  const selection = view?.selection ?? createSelection()
  const steps = createUndo(replica.doc, origin)
  const editing = view?.editing ?? signal<string | null>(null)
  const scene = createScene(replica.doc, records)
  const preview = createPreview()
  const trails = createTrails()
  const glides = createGlides(scene)
  const remote = createRemotePreview(replica, scene, trails)
  const others = createOthers(replica)
  const presence = createOwnPresence({ replica, scene, selection, editing, preview })
  const camera = view?.camera ?? createCamera()
  const guided = createGuided({ replica, camera, scene, editing, preview })
  const find = createFind({ records, scene, camera, selection })
  const canWrite = signal(false)
  // A step back writes, and may be taken long after a person could.
  const undo: Undo = {
    ...steps,
    undo: () => canWrite.get() && steps.undo(),
    redo: () => canWrite.get() && steps.redo(),
  }
  const role = () => canWrite.set((replica.me.get()?.role ?? 'observer') !== 'observer')
  role()
  const forgetGone = () => selection.forget((id) => records.get('cards', id) === undefined)
  forgetGone()
  if (editedText({ editing, records }) === null) editing.set(null)
  const disposals = [
    replica.me.subscribe(role),
    records.watch('cards', forgetGone),
    remote.dispose,
    others.dispose,
    find.dispose,
    presence.dispose,
    guided.dispose,
    scene.dispose,
  ]
  const writer: Writer = {
    doc: replica.doc,
    get person() {
      return replica.me.get()?.person ?? ''
    },
    origin,
    now: () => Date.now(),
  }
  const silence = followSilence(replica.rounds.running)
  const overlay = view?.overlay ?? signal<Overlay | null>(null)
  const suggestions = createSuggestions({ records, scene, undo, writer })
  // A session that takes the place of another has nothing to show there.
  if (overlay.get() === 'clusters') overlay.set(null)
  const forgetSuggestions = () => {
    if (overlay.get() !== 'clusters') suggestions.clear()
  }
  disposals.push(silence.dispose, suggestions.dispose, overlay.subscribe(forgetSuggestions))
  const parts = {
    replica,
    records,
    camera,
    find,
    selection,
    undo,
    writer,
    editing,
    writing: signal<Writing | null>(null),
    focus: view?.focus ?? signal<Focus | null>(null),
    asked: signal<Ask | null>(null),
    overlay,
    isSilent: silence.isSilent,
    station: view?.station ?? signal<string | null>(null),
    menu: signal<WallMenu | null>(null),
    canWrite,
    scene,
    preview,
    suggestions,
    glides,
    remote,
    others,
    presence,
    guided,
    trails,
  }
  disposals.push(keepWritten(parts))
  const tools = createTools(parts)
  const handsOff = () => {
    if (!canWrite.get()) tools.choose('select')
  }
  disposals.push(canWrite.subscribe(handsOff))
  return {
    ...parts,
    tools,
    dispose() {
      tools.dispose()
      for (const dispose of disposals) dispose()
      undo.dispose()
      records.dispose()
      replica.dispose()
    },
  }
}
