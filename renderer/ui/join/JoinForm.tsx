import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FailureCode } from '#shared/failure'
import { codeOfPage, tidyCode } from '../../platform/browser'
import type { Greeting } from '../connect'
import { Button } from '../kit/Button'
import { FieldError, Tick } from '../kit/Field'
import { useFaultInHand } from '../kit/useFaultInHand'
import { type About, AboutFields, CodeField } from './JoinFields'

/** Failures that belong to the code and to the name; any other stands above the button. */
const OF_CODE: readonly FailureCode[] = ['wrongCode', 'tooManyTries']
const ABOVE: readonly FailureCode[] = ['badName', 'roomClosed', 'doorClosed', 'removed', 'wordsRemoved']

/** Code, name and side: all that the room asks of a guest. */
export function JoinForm({
  failure,
  busy,
  onJoin,
}: {
  failure: FailureCode | null
  busy: boolean
  /** `keeps` when the person wants to be known on this device after they have left. */
  onJoin: (code: string, greeting: Greeting, keeps: boolean) => void
}) {
  const { t } = useTranslation()
  // A room that opens again has another code.
  const [code, setCode] = useState(() => (failure === 'roomClosed' ? '' : codeOfPage(location.hash)))
  const [about, setAbout] = useState<About>({ name: '', side: 'resident', languages: [] })
  const [watches, setWatches] = useState(false)
  const [keeps, setKeeps] = useState(false)
  const [isCodeless, setCodeless] = useState(false)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const tidy = tidyCode(code)
    if (tidy === '') return setCodeless(true)
    onJoin(tidy, { ...about, name: about.name.trim(), ...(watches ? { watch: true } : {}) }, keeps)
  }
  const codeError = isCodeless
    ? t('join.codeNeeded')
    : failure && OF_CODE.includes(failure)
      ? t(`failures.${failure}`)
      : undefined
  const form = useRef<HTMLFormElement>(null)
  useFaultInHand(form, codeError ?? (failure === 'badName' ? failure : undefined))
  const isElsewhere = failure && !OF_CODE.includes(failure) && !ABOVE.includes(failure)

  return (
    <form ref={form} className="join-form" onSubmit={submit} noValidate>
      <CodeField
        className="join-code"
        error={codeError}
        value={code}
        onChange={(typed) => {
          setCode(typed)
          setCodeless(false)
        }}
      />
      <AboutFields about={about} isBadName={failure === 'badName'} onChange={setAbout} />
      <details className="fold">
        <summary>{t('join.more')}</summary>
        <Tick
          label={t('join.watch')}
          hint={t('join.watchHint')}
          checked={watches}
          onChange={(event) => setWatches(event.currentTarget.checked)}
        />
        <Tick
          label={t('join.keep')}
          hint={t('join.keepHint')}
          checked={keeps}
          onChange={(event) => setKeeps(event.currentTarget.checked)}
        />
      </details>
      {isElsewhere && <FieldError>{t(`failures.${failure}`)}</FieldError>}
      <Button tone="primary" large submits disabled={busy}>
        {busy ? t('join.joining') : t('join.join')}
      </Button>
    </form>
  )
}
