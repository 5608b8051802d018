import { inOrder, orderAfter, orderAtEnd } from '../order'
import { changeSingleton, readAll } from '../records'
import type { Character, Line, Observation, Script, SingletonOf } from '../schema'
import { add, change, remove, rewrite, type Writer, write } from './writer'

type Readable = Pick<Writer, 'doc'>

/** The characters of a script, in order. */
export function castOf({ doc }: Readable, script: string): Character[] {
  return inOrder(readAll(doc, 'characters').filter((character) => character.script === script))
}

/** The lines of a script, in order. */
export function linesOf({ doc }: Readable, script: string): Line[] {
  return inOrder(readAll(doc, 'lines').filter((line) => line.script === script))
}

/** Adds a script and returns its id. */
export function addScript(
  writer: Writer,
  values: Partial<Pick<Script, 'title' | 'scene' | 'place' | 'languages' | 'from'>>,
): string {
  return add(writer, 'scripts', {
    languages: ['en', 'ar'],
    ...values,
    order: orderAtEnd(readAll(writer.doc, 'scripts')),
  })
}

/** Changes a script's title, scene, place or languages. */
export function describeScript(
  writer: Writer,
  id: string,
  values: Partial<Pick<Script, 'title' | 'scene' | 'place' | 'languages'>>,
): void {
  change(writer, 'scripts', id, values)
}

/** Adds a character and returns its id; `name` holds a word per language. */
export function addCharacter(writer: Writer, script: string, name: Character['name']): string {
  return add(writer, 'characters', { script, name, order: orderAtEnd(castOf(writer, script)) })
}

/** Renames a character. */
export function nameCharacter(writer: Writer, id: string, name: Character['name']): void {
  change(writer, 'characters', id, { name })
}

/** Adds a line after another (undefined: at the end) and returns its id. */
export function addLine(
  writer: Writer,
  script: string,
  line: Partial<Pick<Line, 'character' | 'kind' | 'text' | 'translation'>>,
  after?: string | null,
): string {
  const lines = linesOf(writer, script)
  const order = after === undefined ? orderAtEnd(lines) : orderAfter(lines, after)
  return add(writer, 'lines', { script, ...line, order })
}

/** Rewrites a line in the script's first (`text`) or second (`translation`) language. */
export function writeLine(writer: Writer, id: string, field: 'text' | 'translation', words: string): void {
  rewrite(writer, 'lines', id, field, words)
}

/** Gives a line to a character or makes it an action or a freeze. */
export function castLine(
  writer: Writer,
  id: string,
  values: Partial<Pick<Line, 'character' | 'kind'>>,
): void {
  change(writer, 'lines', id, values)
}

/** Moves a line right after another (null: to the beginning). */
export function moveLine(writer: Writer, line: Line, after: string | null): void {
  if (line.script === null) return
  const others = linesOf(writer, line.script).filter(({ id }) => id !== line.id)
  change(writer, 'lines', line.id, { order: orderAfter(others, after) })
}

/** Takes lines away. */
export function deleteLines(writer: Writer, ids: Iterable<string>): void {
  remove(writer, 'lines', ids)
}

/** Takes a script away; its cast and lines stay with it. */
export function deleteScript(writer: Writer, id: string): void {
  remove(writer, 'scripts', [id])
}

/** Says where the rehearsal stands; every window follows. */
export function rehearse(writer: Writer, live: Partial<SingletonOf<'live'>>): void {
  write(writer, () => changeSingleton(writer.doc, 'live', live))
}

/** Notes what somebody saw in a rehearsal and returns its id. */
export function observe(
  writer: Writer,
  values: Partial<Pick<Observation, 'script' | 'line' | 'kind' | 'text' | 'change'>>,
): string {
  return add(writer, 'observations', values)
}

/** Says what was changed after an observation. */
export function answerObservation(writer: Writer, id: string, answer: string): void {
  change(writer, 'observations', id, { change: answer })
}
