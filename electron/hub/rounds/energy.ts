import { z } from 'zod'
import { keepOutcome } from '#shared/board/actions/outcomes'
import { FACES, type Face, LEAST_FACES } from '#shared/room/energy'
import type { RoundKind } from './kind'

const keptFace = z.enum(FACES)

/** How people feel: a face of each, sealed until the end; then the counts alone, when there are enough to hide in. */
export const energy: RoundKind<'energy'> = {
  name: 'energy',
  givesWay: false,
  lingers: null,
  hasDocuments: false,
  open(place) {
    const { sealed, changed } = place
    const faces = new Map<string, Face>()
    for (const person of sealed.people()) {
      const kept = keptFace.safeParse(new TextDecoder().decode(sealed.get(person)))
      if (kept.success) faces.set(person, kept.data)
    }
    return {
      shownTo: ({ person }) => ({
        kind: 'energy',
        moment: place.settings.moment,
        mine: faces.get(person) ?? null,
        answered: faces.size,
      }),
      ask(person, { face }) {
        if (face) faces.set(person, face)
        else faces.delete(person)
        sealed.keep(person, face && new TextEncoder().encode(face))
        changed()
      },
      reveal(writer) {
        if (faces.size < LEAST_FACES) return
        const chosen = [...faces.values()]
        keepOutcome(writer, {
          round: place.settings.moment === 'start' ? 'energyAtStart' : 'energyAtEnd',
          question: '',
          counts: FACES.map((face) => chosen.filter((each) => each === face).length),
          people: faces.size,
        })
      },
      forget(person) {
        faces.delete(person)
      },
    }
  },
}
