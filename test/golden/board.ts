import * as Y from 'yjs'
import { addCard, explainCard, type NewCard, quoteOnCard, weighCard } from '#shared/board/actions/cards'
import { addStoryboard, addStroke, captionFrame, framesOf } from '#shared/board/actions/prototypes'
import { toggleReaction } from '#shared/board/actions/reactions'
import { addMeasure } from '#shared/board/actions/report'
import { addStory, highlightPassage } from '#shared/board/actions/stories'
import { makeTheme } from '#shared/board/actions/themes'
import { castVote } from '#shared/board/actions/votes'
import { add, type Writer } from '#shared/board/actions/writer'
import type { Box } from '#shared/cards/box'
import { encodeInk, type InkPoint } from '#shared/cards/ink'
import { extentOf, inkWidth } from '#shared/cards/inkShape'
import { SIGNS } from '#shared/cards/signs'
import { MANY_SCRIPTS, WORDS } from './words'

export type Language = keyof typeof WORDS

/** A part of the board that shows one kind of card; world units. */
export interface Cell extends Box {
  readonly name: string
}

const MARGIN = 12
/** World units between cells, so that nothing of one reaches into another. */
const APART = 2000

type Make = (writer: Writer, at: readonly [number, number], words: (typeof WORDS)[Language]) => void

interface Exhibit {
  readonly name: string
  readonly size: readonly [number, number]
  readonly make: Make
}

const plain =
  (values: Partial<NewCard> & Pick<NewCard, 'type'>): Make =>
  (writer, pos) => {
    addCard(writer, { pos: [...pos], ...values })
  }

/** Every kind of card with what it can show, in the order of the sheets. */
const EXHIBITS: readonly Exhibit[] = [
  {
    name: 'note',
    size: [240, 160],
    make: (writer, pos, words) => {
      addCard(writer, { type: 'note', tint: 'sky', text: words.mixed, pos: [...pos], size: [240, 160, 0] })
    },
  },
  {
    name: 'note with votes',
    size: [240, 160],
    make: (writer, pos, words) => {
      const id = addCard(writer, {
        type: 'note',
        tint: 'rose',
        text: words.note,
        pos: [...pos],
        size: [240, 160, 0],
      })
      for (const by of ['a', 'b', 'c', 'd', 'e', 'f']) castVote(writer, id, by)
    },
  },
  {
    name: 'insight',
    size: [280, 220],
    make: (writer, pos, words) => {
      const story = addStory(writer, {
        title: words.story,
        paragraphs: [{ heading: 0, text: words.quote }],
      })
      const highlight = highlightPassage(writer, story, 'text', 0, words.quote.length) ?? null
      const id = addCard(writer, {
        type: 'insight',
        text: words.noticed,
        highlight,
        pos: [...pos],
        size: [280, 220, 0],
      })
      explainCard(writer, id, words.why)
      weighCard(writer, id, 'likely')
      for (const by of ['a', 'b', 'c']) castVote(writer, id, by)
    },
  },
  {
    name: 'insight with words of no story',
    size: [280, 220],
    make: (writer, pos, words) => {
      const id = addCard(writer, {
        type: 'insight',
        text: words.noticed,
        tint: 'peach',
        pos: [...pos],
        size: [280, 220, 0],
      })
      quoteOnCard(writer, id, words.quote)
      weighCard(writer, id, 'guess')
    },
  },
  {
    name: 'letters of many scripts',
    size: [240, 160],
    make: plain({ type: 'note', tint: 'lemon', text: MANY_SCRIPTS, size: [240, 160, 0] }),
  },
  {
    name: 'how might we',
    size: [260, 180],
    make: (writer, pos, words) => {
      addCard(writer, {
        type: 'howMightWe',
        tint: 'lilac',
        text: words.question,
        pos: [...pos],
        size: [260, 180, 0],
      })
    },
  },
  {
    name: 'idea',
    size: [260, 180],
    make: (writer, pos, words) => {
      addCard(writer, { type: 'idea', tint: 'mint', text: words.idea, pos: [...pos], size: [260, 180, 0] })
    },
  },
  {
    name: 'theme',
    size: [330, 300],
    make: (writer, [x, y], words) => {
      const id = addCard(writer, {
        type: 'note',
        tint: 'white',
        text: words.note,
        pos: [x + 45, y + 120],
        size: [240, 150, 0],
      })
      makeTheme(writer, [id], words.theme)
    },
  },
  {
    name: 'ink',
    size: [240, 150],
    make: (writer, pos) => {
      draw(writer, pos, 0, { pen: 'highlighter', tint: 'lemon', nib: 'fine' })
      draw(writer, pos, 0, { tint: 'white' })
      draw(writer, pos, 50, { tint: 'sky', nib: 'broad' })
      draw(writer, pos, 90, { tint: 'rose', nib: 'fine' })
    },
  },
  {
    name: 'highlighted words',
    size: [240, 160],
    make: (writer, [x, y], words) => {
      addCard(writer, { type: 'note', tint: 'sky', text: words.note, pos: [x, y], size: [240, 160, 0] })
      draw(writer, [x, y], 0, { pen: 'highlighter', tint: 'lemon' })
      draw(writer, [x, y], 60, { pen: 'highlighter', tint: 'rose', nib: 'fine' })
    },
  },
  {
    name: 'stamps and answers',
    size: [240, 160],
    make: (writer, [x, y], words) => {
      const id = addCard(writer, {
        type: 'note',
        tint: 'white',
        text: words.idea,
        pos: [x, y],
        size: [240, 160, 0],
      })
      for (const [by, sign] of [
        ['a', 'heart'],
        ['b', 'heart'],
        ['a', 'question'],
        ['c', 'smile'],
      ] as const)
        toggleReaction({ ...writer, person: by }, id, sign)
      for (const [at, sign] of SIGNS.entries())
        addCard(writer, {
          type: 'stamp',
          sign,
          theme: id,
          pos: [x + 8 + (at % 5) * 45, y + 56 + Math.floor(at / 5) * 44],
          size: [42, 42, 0],
        })
    },
  },
  {
    name: 'person',
    size: [240, 96],
    make: (writer, pos, words) => {
      const id = add(writer, 'people', {
        name: 'Invented Name',
        pseudonym: words.person,
        side: 'resident',
        languages: ['ar', 'en'],
      })
      addCard(writer, { type: 'person', tint: 'lilac', record: id, pos: [...pos], size: [240, 96, 0] })
    },
  },
  {
    name: 'measure',
    size: [260, 150],
    make: (writer, pos, words) => {
      const id = addMeasure(writer, { name: words.measure, unit: words.unit, baseline: 12, target: 45 })
      addCard(writer, { type: 'measure', tint: 'mint', record: id, pos: [...pos], size: [260, 150, 0] })
    },
  },
  {
    name: 'image',
    size: [300, 260],
    make: (writer, pos, words) => {
      addCard(writer, {
        type: 'image',
        tint: 'white',
        text: words.picture,
        asset: 'a'.repeat(64),
        pixels: [400, 300],
        pos: [...pos],
        size: [300, 260, 0],
      })
    },
  },
  {
    name: 'link',
    size: [280, 128],
    make: (writer, pos, words) => {
      addCard(writer, {
        type: 'link',
        tint: 'white',
        text: words.linked,
        link: 'https://library.example/opening-hours',
        pos: [...pos],
        size: [280, 128, 0],
      })
    },
  },
  {
    name: 'words and shapes',
    size: [300, 260],
    make: (writer, [x, y], words) => {
      const text = addCard(writer, { type: 'text', text: words.theme, pos: [x, y], size: [300, 36, 0] })
      castVote(writer, text, 'a')
      toggleReaction(writer, text, 'heart')
      const ellipse = addCard(writer, {
        type: 'shape',
        shape: 'ellipse',
        tint: 'peach',
        text: words.unit,
        pos: [x, y + 70],
        size: [140, 90, 0],
      })
      for (const by of ['a', 'b', 'c', 'd', 'e']) castVote(writer, ellipse, by)
      addCard(writer, {
        type: 'shape',
        shape: 'star',
        tint: 'lemon',
        pos: [x + 170, y + 70],
        size: [110, 100, 0],
      })
      addCard(writer, {
        type: 'shape',
        shape: 'speech',
        tint: 'mint',
        text: words.person,
        pos: [x, y + 190],
        size: [140, 70, 0],
      })
      addCard(writer, {
        type: 'shape',
        shape: 'arrow',
        tint: 'sky',
        pos: [x + 170, y + 185],
        size: [110, 60, 0],
      })
    },
  },
  {
    name: 'turned',
    size: [440, 300],
    make: (writer, [x, y], words) => {
      const shape = addCard(writer, {
        type: 'shape',
        shape: 'rounded',
        tint: 'mint',
        text: words.person,
        pos: [x + 10, y + 30],
        size: [150, 90, 30],
      })
      const text = addCard(writer, {
        type: 'text',
        text: words.theme,
        pos: [x + 230, y + 60],
        size: [200, 64, -20],
      })
      const picture = addCard(writer, {
        type: 'image',
        tint: 'white',
        text: words.picture,
        asset: 'a'.repeat(64),
        pixels: [400, 300],
        pos: [x + 20, y + 160],
        size: [150, 130, 350],
      })
      for (const [from, to] of [
        [shape, text],
        [picture, text],
      ] as const)
        addCard(writer, {
          type: 'connector',
          ends: [
            { card: from, at: null },
            { card: to, at: [0, 0.5] },
          ],
        })
    },
  },
  {
    name: 'connectors in a frame',
    size: [420, 300],
    make: (writer, [x, y], words) => {
      const frame = addCard(writer, {
        type: 'frame',
        tint: 'sand',
        text: words.storyboard,
        pos: [x, y + 40],
        size: [420, 260, 0],
      })
      const sheet = (left: number, top: number) =>
        addCard(writer, {
          type: 'note',
          tint: 'white',
          text: words.unit,
          theme: frame,
          pos: [x + left, y + top],
          size: [110, 70, 0],
        })
      const [a, b, c] = [sheet(20, 70), sheet(290, 70), sheet(150, 210)]
      const join = (from: string, to: string, values: Partial<NewCard>) =>
        addCard(writer, {
          type: 'connector',
          ends: [
            { card: from, at: null },
            { card: to, at: null },
          ],
          ...values,
        })
      join(a, b, { text: words.person })
      join(c, a, { route: 'elbow', heads: 'both', tint: 'sky' })
      join(b, c, { route: 'curved', heads: 'start', tint: 'rose' })
    },
  },
  { name: 'a newer kind', size: [240, 160], make: plain({ type: 'somethingNewer', size: [240, 160, 0] }) },
]

function draw(
  writer: Writer,
  [x, y]: readonly [number, number],
  down: number,
  values: Partial<NewCard>,
): void {
  const points = Array.from(
    { length: 40 },
    (_, at): InkPoint => [10 + at * 5.4, 30 + down + Math.sin(at / 4) * 18, 0.3 + 0.5 * Math.sin(at / 13)],
  )
  const width = inkWidth({ pen: values.pen ?? 'pen', nib: values.nib ?? 'medium' })
  const box = extentOf(points, width)
  if (!box) return
  addCard(writer, {
    type: 'ink',
    pos: [x + box.x, y + box.y],
    size: [box.width, box.height, 0],
    ink: encodeInk(points.map(([px, py, pressure]) => [px - box.x, py - box.y, pressure])),
    ...values,
  })
}

const storyboardExhibit: Exhibit = {
  name: 'storyboard',
  size: [1140, 380],
  make: (writer, pos, words) => {
    const id = addStoryboard(writer, { text: words.storyboard, pos: [...pos] }, 1)
    const [frame] = framesOf(writer, id)
    if (!frame) return
    captionFrame(writer, frame.id, words.caption)
    addStroke(
      writer,
      frame.id,
      encodeInk([
        [20, 40, 0.5],
        [120, 90, 0.7],
        [260, 60, 0.4],
      ]),
    )
  },
}

/** The fixed board in one language, and where on it each kind is. */
export function galleryBoard(language: Language): { readonly doc: Y.Doc; readonly cells: readonly Cell[] } {
  const doc = new Y.Doc()
  const writer: Writer = { doc, person: 'a', origin: null, now: () => 1_700_000_000_000 }
  const cells = [...EXHIBITS, { ...storyboardExhibit, size: [430, 400] as const }].map(
    ({ name, size, make }, at): Cell => {
      const [x, y] = [at * APART, 0]
      make(writer, [x, y], WORDS[language])
      return { name, x: x - MARGIN, y: y - MARGIN, width: size[0] + 2 * MARGIN, height: size[1] + 2 * MARGIN }
    },
  )
  return { doc, cells }
}
