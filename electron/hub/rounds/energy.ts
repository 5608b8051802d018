import { keepOutcome } from '#shared/board/actions/outcomes'
import { FACES, type Face, LEAST_FACES, readFace } from '#shared/room/energy'
import type { RoundKind } from './kind'

/** How people feel: a face of each, sealed until the end; then the counts alone, when there are enough to hide in. */
export const energy: RoundKind<'energy'> = {
  name: 'energy',
  givesWay: false,
  lingers: null,
  hasDocuments: true,
  leavesWords: false,
  open(place) {
    const faces = new Map<string, Face>()
    const look = (person: string) => {
      const doc = place.documents.of(person)
      const face = doc ? readFace(doc) : null
      if (face) faces.set(person, face)
      else faces.delete(person)
    }
    for (const person of place.documents.people()) look(person)
    return {
      shownTo: () => ({ kind: 'energy', moment: place.settings.moment, answered: faces.size }),
      wrote: look,
      reveal(writer) {
        if (faces.size < LEAST_FACES) return
        const chosen = [...faces.values()]
        const outcome = {
          round: place.settings.moment === 'start' ? 'energyAtStart' : 'energyAtEnd',
          question: '',
          counts: FACES.map((face) => chosen.filter((each) => each === face).length),
          people: faces.size,
        } as const
        keepOutcome(writer, outcome, place.id)
      },
      forget(person) {
        faces.delete(person)
      },
    }
  },
}
