import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MAX_IDEA } from '#shared/room/oneTwoFourAll'
import { useSession } from '../hooks'
import { TextArea } from '../kit/Field'

/** ms of rest after which what was typed is kept. */
const REST = 600

/** The one idea of a four, which anyone of it may write; what the others wrote appears unless one is writing oneself. */
export function KeptIdea({ idea }: { idea: string }) {
  const { t } = useTranslation()
  const { rounds } = useSession().replica
  /** Null while nobody writes here. */
  const [typed, setTyped] = useState<string | null>(null)
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const keep = (words: string) => rounds.ask({ kind: 'oneTwoFourAll', asks: { do: 'keep', idea: words } })
  const unsent = useRef<string | null>(null)
  const send = () => {
    clearTimeout(resting.current)
    if (unsent.current !== null) keep(unsent.current)
    unsent.current = null
  }
  const leave = useRef(send)
  leave.current = send
  useEffect(() => () => leave.current(), [])
  return (
    <TextArea
      label={t('circles.idea')}
      hint={typed === null || typed === idea ? t('circles.ideaHint') : t('circles.keeping')}
      maxLength={MAX_IDEA}
      value={typed ?? idea}
      onChange={(event) => {
        const words = event.currentTarget.value
        setTyped(words)
        unsent.current = words
        clearTimeout(resting.current)
        resting.current = setTimeout(send, REST)
      }}
      onBlur={() => {
        send()
        setTyped(null)
      }}
      onKeyDown={(event) => event.stopPropagation()}
    />
  )
}
