import { z } from 'zod'
import { revealCards } from '#shared/board/actions/reveal'
import { readRecord, readSingleton } from '#shared/board/schema'
import { newId } from '#shared/id'
import { mixPairs } from '#shared/room/mixing'
import { CIRCLES, MAX_IDEA } from '#shared/room/oneTwoFourAll'
import type { RoundKind } from './kind'

const keptState = z
  .object({
    step: z
      .number()
      .int()
      .min(0)
      .max(CIRCLES.length - 1),
    /** The people of each pair, and the pairs of each four by their places. */
    pairs: z.array(z.array(z.string())),
    fours: z.array(z.array(z.number().int().nonnegative())),
  })
  .catch({ step: 0, pairs: [], fours: [] })

/** What a person wrote last for their four; the one with the highest turn is its idea. */
const keptIdea = z.object({ idea: z.string().max(MAX_IDEA), turn: z.number().int().nonnegative() })

/** 1-2-4-All: four timed steps in groups that mix sides and languages, and one idea of each four. */
export const oneTwoFourAll: RoundKind<'oneTwoFourAll'> = {
  name: 'oneTwoFourAll',
  givesWay: false,
  lingers: null,
  hasDocuments: false,
  leavesWords: false,
  open(place, kept) {
    const begun = keptState.parse(kept ?? {})
    let { step } = begun
    let pairs: readonly (readonly string[])[] = begun.pairs
    let fours: readonly (readonly number[])[] = begun.fours

    const fourOf = (person: string): readonly string[] | undefined =>
      fours.map(peopleIn).find((four) => four.includes(person))
    const peopleIn = (four: readonly number[]) => four.flatMap((pair) => pairs[pair] ?? [])
    const groupOf = (person: string) =>
      CIRCLES[step] === 'pairs' ? pairs.find((pair) => pair.includes(person)) : fourOf(person)
    const writtenBy = (person: string) => {
      try {
        const bytes = place.sealed.get(person)
        return bytes && keptIdea.parse(JSON.parse(new TextDecoder().decode(bytes)))
      } catch {
        // A damaged file kept something else: that is no idea.
        return undefined
      }
    }
    const newestOf = (four: readonly string[]) =>
      four
        .flatMap((by) => {
          const last = writtenBy(by)
          return last ? [{ ...last, by }] : []
        })
        .sort((a, b) => b.turn - a.turn)[0]
    const ideaOf = (four: readonly string[]) => {
      const newest = newestOf(four)
      return newest && newest.idea.trim() !== '' ? newest : undefined
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
      fours = groups.fours
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
        const ideas = fours.map((four) => ideaOf(peopleIn(four)))
        return {
          kind: 'oneTwoFourAll',
          question: place.settings.question,
          circle: CIRCLES[step] ?? 'alone',
          mates: group?.filter((mate) => mate !== person).map(shownOf) ?? null,
          idea: ideaOf(fourOf(person) ?? [])?.idea ?? '',
          fours: fours.length,
          kept: ideas.filter((idea) => idea !== undefined).length,
        }
      },
      ask(person, { asks }) {
        const four = step >= CIRCLES.indexOf('fours') ? fourOf(person) : undefined
        if (asks.do === 'join') join(person)
        else if (four) {
          const said = JSON.stringify({ idea: asks.idea, turn: (newestOf(four)?.turn ?? 0) + 1 })
          place.sealed.keep(person, new TextEncoder().encode(said))
        }
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
          const idea = ideaOf(peopleIn(four))
          return idea ? [{ id: newId(), text: idea.idea.trim(), by: idea.by }] : []
        })
        revealCards(writer, cards, at, { type: 'idea', tint: 'mint', stage: 'ideas' })
      },
      kept: () => ({ step, pairs, fours }),
      forget(person) {
        pairs = pairs.map((pair) => pair.filter((each) => each !== person))
      },
    }
  },
}
