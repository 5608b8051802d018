import { useState } from 'react'
import { isWriting } from '../isWriting'
import type { PhoneView } from './PhoneBar'

/**
 * Which page a phone shows. Silent writing has the page for writing while it runs, and waits there for somebody who was
 * writing something else when it began. `writing` is its round, null while there is none.
 */
export function usePhonePage(writing: string | null) {
  const [view, setView] = useState<PhoneView>('wall')
  const [isBusy, setBusy] = useState(false)
  const [round, setRound] = useState<string | null>(null)
  const show = (next: PhoneView) => {
    if (next === 'write') setBusy(false)
    setView(next)
  }
  // Before anything is painted: a page that went would take the caret with it.
  if (round !== writing) {
    setRound(writing)
    if (writing === null) {
      setBusy(false)
      if (view === 'write' && !isBusy) setView('wall')
    } else if (round === null) {
      if (isWriting()) setBusy(true)
      else show('write')
    }
  }
  return {
    view,
    isBusy,
    writing: isBusy ? ('waiting' as const) : view === 'write' ? ('here' as const) : ('elsewhere' as const),
    show,
  }
}
