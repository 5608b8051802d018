import { inOrder, orderAfter, orderAtEnd } from '../order'
import { replaceProse } from '../prose'
import { changeSingleton, readAll, rootText } from '../records'
import type { Measure, Recommendation, RootText, SingletonOf } from '../schema'
import { add, change, remove, rewrite, type Writer, write } from './writer'

/** Changes the board's title, place, date, language or present stage. */
export function describeBoard(
  writer: Writer,
  values: Partial<
    Pick<SingletonOf<'meta'>, 'title' | 'place' | 'date' | 'language' | 'stage' | 'made' | 'version'>
  >,
): void {
  write(writer, () => changeSingleton(writer.doc, 'meta', values))
}

/** Rewrites the purpose or the summary by its smallest difference. */
export function writeRootText(writer: Writer, name: RootText, next: string): void {
  write(writer, () => replaceProse(rootText(writer.doc, name), next))
}

/** Changes which sections the report leaves out, its title, and whether people's names are shown. */
export function arrangeReport(writer: Writer, values: Partial<SingletonOf<'report'>>): void {
  write(writer, () => changeSingleton(writer.doc, 'report', values))
}

/** Adds a recommendation at the end and returns its id; `from` links it to what it rests on. */
export function addRecommendation(
  writer: Writer,
  values: Partial<Pick<Recommendation, 'text' | 'from' | 'owner' | 'by' | 'reason'>>,
): string {
  return add(writer, 'recommendations', {
    ...values,
    order: orderAtEnd(readAll(writer.doc, 'recommendations')),
  })
}

/** Rewrites a recommendation's sentence by its smallest difference. */
export function writeRecommendation(writer: Writer, id: string, text: string): void {
  rewrite(writer, 'recommendations', id, 'text', text)
}

/** Changes what a recommendation rests on, who acts, by when and why. */
export function describeRecommendation(
  writer: Writer,
  id: string,
  values: Partial<Pick<Recommendation, 'from' | 'owner' | 'by' | 'reason'>>,
): void {
  change(writer, 'recommendations', id, values)
}

/** Moves a recommendation right after another (null: first). */
export function moveRecommendation(writer: Writer, id: string, after: string | null): void {
  const others = inOrder(readAll(writer.doc, 'recommendations').filter((other) => other.id !== id))
  change(writer, 'recommendations', id, { order: orderAfter(others, after) })
}

/** Takes recommendations away. */
export function deleteRecommendations(writer: Writer, ids: Iterable<string>): void {
  remove(writer, 'recommendations', ids)
}

/** Adds a measure at the end and returns its id. */
export function addMeasure(
  writer: Writer,
  values: Partial<Omit<Measure, 'id' | 'order' | 'made' | 'del'>>,
): string {
  return add(writer, 'measures', { ...values, order: orderAtEnd(readAll(writer.doc, 'measures')) })
}

/** Changes what a measure is called, its unit, its figures, where they are from and whether they were seen. */
export function describeMeasure(
  writer: Writer,
  id: string,
  values: Partial<Pick<Measure, 'name' | 'unit' | 'baseline' | 'target' | 'source' | 'status'>>,
): void {
  change(writer, 'measures', id, values)
}
