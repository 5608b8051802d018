import { z } from 'zod'
import { revealCards } from '#shared/board/actions/reveal'
import { readRecord, readSingleton } from '#shared/board/records'
import { newId } from '#shared/id'
import { mixPairs } from '#shared/room/mixing'
import { CIRCLES, readIdea } from '#shared/room/oneTwoFourAll'
import type { RoundKind } from './kind'

const keptState = z
  .object({
    step: z
      .number()
      .int()
      .min(0)
      .max(CIRCLES.length - 1),
    /** The people of each pair. */
    pairs: z.array(z.array(z.string())),
    fours: z.array(
      z.object({
        /** Its pairs, by their places. */
        pairs: z.array(z.number().int().nonnegative()),
        /** The document in which it writes, and the card on the wall at the end. */
        idea: z.string().min(1).max(40),
        /** Who has written in it; the last one was the last. */
        authors: z.array(z.string()),
      }),
    ),
  })
  .catch({ step: 0, pairs: [], fours: [] })

type Four = z.infer<typeof keptState>['fours'][number]

/** 1-2-4-All: four timed steps in groups that mix sides and languages, and one idea of each four. */
export const oneTwoFourAll: RoundKind<'oneTwoFourAll'> = {
  name: 'oneTwoFourAll',
  givesWay: false,
  lingers: null,
  hasDocuments: true,
  leavesWords: false,
  open(place, kept) {
    const begun = keptState.parse(kept ?? {})
    let { step } = begun
    let pairs: readonly (readonly string[])[] = begun.pairs
    let fours: readonly Four[] = begun.fours

    const peopleIn = (four: Four) => four.pairs.flatMap((pair) => pairs[pair] ?? [])
    const fourOf = (person: string) => fours.find((four) => peopleIn(four).includes(person))
    const groupOf = (person: string) => {
      if (CIRCLES[step] === 'pairs') return pairs.find((pair) => pair.includes(person))
      const four = fourOf(person)
      return four && peopleIn(four)
    }
    const ideaOf = ({ idea }: Four): string => {
      const doc = place.documents.of(idea)
      return doc ? readIdea(doc).trim() : ''
    }
    const replace = (four: Four, next: Four) => {
      fours = fours.map((each) => (each === four ? next : each))
    }
    const shownOf = (person: string) => {
      const known = readRecord(place.board, 'people', person)
      return { person, name: known?.name ?? '', side: known?.side ?? 'resident' }
    }
    const languagesOf = (person: string): readonly string[] => {
      const spoken = readRecord(place.board, 'people', person)?.languages ?? []
      return spoken.length > 0 ? spoken : [readSingleton(place.board, 'meta').language]
    }
    const makeGroups = () => {
      const everybody = place
        .people()
        .filter(({ isFacilitator }) => !isFacilitator)
        .map(({ person, side }) => ({ id: person, side, languages: languagesOf(person) }))
      const groups = mixPairs(everybody, Math.floor(Math.random() * 2 ** 32))
      pairs = groups.pairs
      fours = groups.fours.map((joined) => ({ pairs: [...joined], idea: newId(), authors: [] }))
    }
    /** Puts somebody who came late into the smallest pair. */
    const join = (person: string) => {
      if (pairs.length === 0 || pairs.some((pair) => pair.includes(person))) return
      const smallest = Math.min(...pairs.map(({ length }) => length))
      const at = pairs.findIndex(({ length }) => length === smallest)
      pairs = pairs.map((pair, each) => (each === at ? [...pair, person] : pair))
    }

    return {
      shownTo({ person }) {
        const group = person === '' || step === 0 ? undefined : groupOf(person)
        return {
          kind: 'oneTwoFourAll',
          question: place.settings.question,
          circle: CIRCLES[step] ?? 'alone',
          mates: group?.filter((mate) => mate !== person).map(shownOf) ?? null,
          fours: fours.length,
          kept: fours.filter((four) => ideaOf(four) !== '').length,
        }
      },
      ask(person) {
        join(person)
        place.changed()
      },
      sharedBy: (person) => (step >= CIRCLES.indexOf('fours') ? (fourOf(person)?.idea ?? null) : null),
      wrote(person) {
        const four = fourOf(person)
        if (!four || four.authors.at(-1) === person) return
        replace(four, { ...four, authors: [...four.authors.filter((each) => each !== person), person] })
        place.changed()
      },
      next() {
        const ms = place.settings.later[step]
        if (ms === undefined) return
        step += 1
        if (CIRCLES[step] === 'pairs') makeGroups()
        place.setTime(ms)
      },
      reveal(writer, at) {
        const cards = fours.flatMap((four) => {
          const text = ideaOf(four)
          return text === '' ? [] : [{ id: four.idea, text, by: four.authors.at(-1) ?? writer.person }]
        })
        revealCards(writer, cards, at, { type: 'idea', tint: 'mint', stage: 'ideas' })
      },
      kept: () => ({ step, pairs, fours }),
      forget(person) {
        // Nobody can tell any more which words of it are whose.
        for (const four of fours.filter(({ authors }) => authors.includes(person))) {
          place.documents.forget(four.idea)
          replace(four, { ...four, idea: newId(), authors: [] })
        }
        pairs = pairs.map((pair) => pair.filter((each) => each !== person))
      },
    }
  },
}
