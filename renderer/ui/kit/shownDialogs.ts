import { signal } from '../../board/signal'

const shown = signal<readonly HTMLDialogElement[]>([])

/** The dialogs that stand over this window, the uppermost last. */
export const shownDialogs = { get: shown.get, subscribe: shown.subscribe }

/** Puts a dialog above the others, until what is returned is called. */
export function addShownDialog(dialog: HTMLDialogElement): () => void {
  shown.set([...shown.get(), dialog])
  return () => shown.set(shown.get().filter((one) => one !== dialog))
}
