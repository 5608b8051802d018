import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../kit/Button'
import { Dialog } from '../kit/Dialog'
import { copyWords } from './copyWords'
import './refusedWords.css'

/** Words that the room did not take in, to be read and copied, so that nobody loses what they typed. */
export function RefusedWords({ words, onClose }: { words: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const copy = async (text: string) => {
    if (await copyWords(text, field.current)) setCopied(text)
  }
  const all = words.join('\n\n')
  return (
    <Dialog title={t('refused.title')} onClose={onClose}>
      <p>{t('refused.lead')}</p>
      <ul className="refused-words" aria-label={t('refused.words')}>
        {words.map((text, at) => (
          <li key={text}>
            <p dir="auto">{text}</p>
            {/* Whoever is still typing when this opens presses it, which costs no words. */}
            <Button data-first={at === 0 ? '' : undefined} onClick={() => void copy(text)}>
              {copied === text ? t('refused.copied') : t('refused.copy')}
            </Button>
          </li>
        ))}
      </ul>
      <textarea ref={field} className="unseen" tabIndex={-1} aria-hidden="true" readOnly />
      <p className="unseen" role="status">
        {copied === null ? '' : t('refused.copied')}
      </p>
      <div className="dialog-foot">
        {words.length > 1 && (
          <Button onClick={() => void copy(all)}>
            {copied === all ? t('refused.copied') : t('refused.copyAll')}
          </Button>
        )}
        <Button tone="primary" onClick={onClose}>
          {t('refused.done')}
        </Button>
      </div>
    </Dialog>
  )
}
