import { useLayoutEffect, useState } from 'react'
import { useRecord, useSession, useSignal } from '../../ui/hooks'
import { StoryList } from './StoryList'
import { StoryReader } from './StoryReader'
import './stories.css'

/** The stories of the board: the list of them, or the one that is being read. */
export function StoriesPanel() {
  const { focus } = useSession()
  const asked = useSignal(focus)
  const [story, setStory] = useState<string | null>(asked?.kind === 'story' ? asked.story : null)
  // Somebody else may take the story away while it is being read.
  const isHere = useRecord('stories', story) !== undefined
  useLayoutEffect(() => {
    if (asked?.kind === 'story') setStory(asked.story)
  }, [asked])
  const open = (id: string) => focus.set({ kind: 'story', story: id, highlight: null })
  const close = () => {
    if (asked?.kind === 'story') focus.set(null)
    setStory(null)
  }
  if (story === null || !isHere) return <StoryList onOpen={open} />
  return (
    <StoryReader
      key={story}
      story={story}
      wanted={asked?.kind === 'story' && asked.story === story ? asked : null}
      onClose={close}
    />
  )
}
