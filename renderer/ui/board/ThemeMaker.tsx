import { Group } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { makeTheme } from '#shared/board/actions/themes'
import { useSession } from '../hooks'
import { Button, IconButton } from '../kit/Button'
import { TextArea } from '../kit/Field'
import { Popover } from '../kit/Popover'

/** Groups cards into a theme that says, in one sentence, what they have in common. */
export function ThemeMaker({ cards }: { cards: readonly string[] }) {
  const { t } = useTranslation()
  const session = useSession()
  const [open, setOpen] = useState(false)
  const [sentence, setSentence] = useState('')
  const button = useRef<HTMLButtonElement>(null)
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    if (sentence.trim() === '') return
    session.undo.mark()
    const theme = makeTheme(session.writer, cards, sentence.trim())
    setOpen(false)
    setSentence('')
    session.selection.set([theme])
  }
  return (
    <>
      <IconButton
        ref={button}
        icon={Group}
        label={t('tools.theme')}
        hint="above"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <Popover anchor={button} onClose={() => setOpen(false)} className="popover theme-maker">
          <form onSubmit={submit}>
            <TextArea
              label={t('tools.themeSentence')}
              hint={t('tools.themeHint')}
              value={sentence}
              data-first=""
              onChange={(event) => setSentence(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
                event.preventDefault()
                submit()
              }}
            />
            <Button tone="primary" submits disabled={sentence.trim() === ''}>
              {t('tools.themeMake')}
            </Button>
          </form>
        </Popover>
      )}
    </>
  )
}
