export type PhaseName = 'pan' | 'zoom' | 'dragOne' | 'drag500' | 'type' | 'crowd'

export interface Phase {
  readonly view: 'fit' | '100'
  readonly phase: PhaseName
  /** Only the product has it. */
  readonly ours?: boolean
  /** What a frame of it may cost with 10,000 cards: ms, or so many times what the bare page takes. */
  readonly limit: { readonly ms: number } | { readonly timesBare: number }
  /** What of a frame is held to the limit: all that the main thread did, or our own script alone. */
  readonly of?: 'script'
}

/** What is measured, with the limits that the wall has set itself. */
export const PHASES: readonly Phase[] = [
  { view: 'fit', phase: 'pan', limit: { ms: 10 } },
  { view: 'fit', phase: 'zoom', limit: { ms: 16 } },
  { view: 'fit', phase: 'dragOne', ours: true, limit: { ms: 10 } },
  { view: 'fit', phase: 'drag500', ours: true, limit: { ms: 10 } },
  { view: 'fit', phase: 'crowd', ours: true, limit: { ms: 16 } },
  { view: '100', phase: 'pan', limit: { timesBare: 1.5 } },
  { view: '100', phase: 'dragOne', limit: { timesBare: 1.5 } },
  { view: '100', phase: 'drag500', limit: { timesBare: 1.5 } },
  { view: '100', phase: 'type', ours: true, limit: { ms: 4 }, of: 'script' },
  { view: '100', phase: 'crowd', ours: true, limit: { ms: 16 } },
]

/** Opening a stored board of 10,000 cards, ms, and the heap after it, MB. */
export const OPEN_LIMITS = { '100': 1000, fit: 2500, heap: 120 } as const

/** The words of a phase in the tables. */
export function nameOf({ view, phase, of }: Phase): string {
  const where = phase === 'zoom' ? 'fit to 150 %' : view === 'fit' ? 'all in view' : 'at 100 %'
  return `${phase} ${where}, ${of ?? 'main thread'}`
}
