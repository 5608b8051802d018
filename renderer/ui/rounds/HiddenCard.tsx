import { Pencil, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WrittenCard } from '#shared/room/writtenCards'
import { Button, IconButton } from '../kit/Button'
import { TextArea } from '../kit/Field'
import { endsOnEnter } from './endsOnEnter'
import { MAX_CARD } from './hidden'

/** One of one's own cards that nobody else sees: read, rewritten or taken away. */
export function HiddenCard({
  card,
  number,
  isLocked,
  onChange,
  onRemove,
}: {
  card: WrittenCard
  number: number
  /** Nobody may write just now. */
  isLocked: boolean
  onChange: (text: string) => void
  onRemove: () => void
}) {
  const { t } = useTranslation()
  const [before, setBefore] = useState<string | null>(null)
  const [words, setWords] = useState(card.text)
  const pencil = useRef<HTMLButtonElement>(null)
  const end = () => setBefore(null)
  const wasChanging = useRef(false)
  useEffect(() => {
    if (wasChanging.current && before === null) pencil.current?.focus()
    wasChanging.current = before !== null
  }, [before])
  if (before !== null)
    return (
      <li className="hidden-card">
        <TextArea
          label={t('writing.changeCard', { number })}
          rows={3}
          maxLength={MAX_CARD}
          value={words}
          autoFocus
          onChange={(event) => {
            const text = event.currentTarget.value
            setWords(text)
            // At once: a reveal must not lose what is being changed.
            if (text.trim() !== '') onChange(text)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.stopPropagation()
              onChange(before)
              end()
            } else if (endsOnEnter(event)) end()
          }}
        />
        <Button onClick={end}>{t('writing.changed')}</Button>
      </li>
    )
  return (
    <li className="hidden-card">
      <p dir="auto">{card.text}</p>
      {!isLocked && (
        <div className="hidden-card-tools">
          <IconButton
            ref={pencil}
            icon={Pencil}
            label={t('writing.changeCard', { number })}
            onClick={() => {
              setWords(card.text)
              setBefore(card.text)
            }}
          />
          <IconButton icon={Trash2} label={t('writing.removeCard', { number })} onClick={onRemove} />
        </div>
      )}
    </li>
  )
}
