import { Highlighter, StickyNote } from 'lucide-react'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoryPart } from '#shared/board/actions/stories'
import { useSession } from '../../ui/hooks'
import { Button } from '../../ui/kit/Button'
import { addInsightFrom, markPassage } from './addInsight'
import { type SelectedPassage, selectedPassage } from './passageSelection'

/** CSS pixels between the bar and the selected words. */
const GAP = 8

/** The small bar that selected words raise: Highlight, Card. H and C do the same. */
export function PassageBar({
  reader,
  story,
  part,
}: {
  reader: RefObject<HTMLDivElement | null>
  story: string
  part: StoryPart
}) {
  const { t } = useTranslation()
  const session = useSession()
  const [passage, setPassage] = useState<SelectedPassage | null>(null)
  const bar = useRef<HTMLDivElement>(null)

  useEffect(() => {
    let isPressed = false
    const look = () => setPassage(reader.current && !isPressed ? selectedPassage(reader.current) : null)
    const press = (event: PointerEvent) => {
      isPressed = !bar.current?.contains(event.target as Node)
      if (isPressed && !reader.current?.contains(event.target as Node)) setPassage(null)
    }
    const release = () => {
      isPressed = false
      look()
    }
    document.addEventListener('selectionchange', look)
    document.addEventListener('pointerdown', press)
    document.addEventListener('pointerup', release)
    return () => {
      document.removeEventListener('selectionchange', look)
      document.removeEventListener('pointerdown', press)
      document.removeEventListener('pointerup', release)
    }
  }, [reader])

  useLayoutEffect(() => {
    const shown = bar.current
    if (!shown || !passage) return
    const place = () => {
      const selection = document.getSelection()
      if (!selection || selection.rangeCount === 0) return
      const words = selection.getRangeAt(0).getBoundingClientRect()
      const middle = words.left + words.width / 2 - shown.offsetWidth / 2
      const above = words.top - shown.offsetHeight - GAP
      const x = Math.max(GAP, Math.min(middle, window.innerWidth - shown.offsetWidth - GAP))
      const y =
        above > GAP ? above : Math.min(words.bottom + GAP, window.innerHeight - shown.offsetHeight - GAP)
      shown.style.translate = `${Math.round(x)}px ${Math.round(y)}px`
    }
    place()
    document.addEventListener('scroll', place, true)
    return () => document.removeEventListener('scroll', place, true)
  }, [passage])

  const act = (makesCard: boolean) => {
    // Asked anew: whoever types fast presses the key before the browser has told of the selection and the bar is up.
    const chosen = reader.current && selectedPassage(reader.current)
    if (!chosen) return
    document.getSelection()?.removeAllRanges()
    setPassage(null)
    if (!makesCard) markPassage(session, story, part, chosen)
    else session.editing.set(addInsightFrom(session, story, part, chosen) ?? null)
  }
  const actions = useRef(act)
  actions.current = act

  useEffect(() => {
    const words = reader.current
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLTextAreaElement)
        return
      // The key's place, so that it works on an Arabic keyboard too.
      if (event.code !== 'KeyH' && event.code !== 'KeyC') return
      event.preventDefault()
      event.stopPropagation()
      actions.current(event.code === 'KeyC')
    }
    words?.addEventListener('keydown', press)
    return () => words?.removeEventListener('keydown', press)
  }, [reader])

  if (!passage) return null
  return (
    <div
      ref={bar}
      className="passage-bar"
      role="toolbar"
      aria-label={t('stories.passage')}
      // A press here must not let go of the selected words.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      <Button tone="quiet" icon={Highlighter} aria-keyshortcuts="H" onClick={() => act(false)}>
        {t('stories.highlight')}
      </Button>
      <Button tone="quiet" icon={StickyNote} aria-keyshortcuts="C" onClick={() => act(true)}>
        {t('stories.card')}
      </Button>
    </div>
  )
}
