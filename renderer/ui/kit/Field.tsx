import { CircleAlert } from 'lucide-react'
import { type ComponentPropsWithRef, type ReactNode, useId } from 'react'
import { Icon } from './Icon'

interface Labelled {
  readonly label: string
  readonly hint?: string | undefined
  /** What is wrong with it, as a sentence. */
  readonly error?: string | undefined
}

/** One line of writing with its name above and, when something is wrong, a sentence below. */
export function TextField({
  label,
  hint,
  error,
  end,
  className,
  ...rest
}: Labelled & { /** A control at the end of the line. */ end?: ReactNode } & Omit<
    ComponentPropsWithRef<'input'>,
    'id'
  >) {
  const id = useId()
  return (
    <div className={['field', className].filter(Boolean).join(' ')}>
      <label htmlFor={id}>{label}</label>
      <div className="field-line">
        <input
          id={id}
          className="field-input"
          dir="auto"
          aria-invalid={error ? true : undefined}
          aria-describedby={error || hint ? `${id}-note` : undefined}
          {...rest}
        />
        {end}
      </div>
      <FieldNote id={`${id}-note`} hint={hint} error={error} />
    </div>
  )
}

/** Several lines of writing. */
export function TextArea({
  label,
  hint,
  error,
  className,
  ...rest
}: Labelled & Omit<ComponentPropsWithRef<'textarea'>, 'id'>) {
  const id = useId()
  return (
    <div className={['field', className].filter(Boolean).join(' ')}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="field-input field-area"
        dir="auto"
        aria-invalid={error ? true : undefined}
        aria-describedby={error || hint ? `${id}-note` : undefined}
        {...rest}
      />
      <FieldNote id={`${id}-note`} hint={hint} error={error} />
    </div>
  )
}

function FieldNote({ id, hint, error }: { id: string; hint?: ReactNode; error?: string | undefined }) {
  if (error) return <FieldError id={id}>{error}</FieldError>
  if (hint)
    return (
      <p id={id} className="field-note">
        {hint}
      </p>
    )
  return null
}

/** What is wrong with a field, or with a form as a whole, read aloud at once. */
export function FieldError({ id, children }: { id?: string; children: string }) {
  return (
    <p id={id} className="field-note field-error" role="alert">
      <Icon of={CircleAlert} size={18} />
      <span>{children}</span>
    </p>
  )
}

/** A box to tick, with a sentence when it must be ticked first. */
export function Tick({
  label,
  hint,
  error,
  ...rest
}: Pick<Labelled, 'error' | 'hint'> & { readonly label: ReactNode } & Omit<
    ComponentPropsWithRef<'input'>,
    'id' | 'type'
  >) {
  const id = useId()
  return (
    <div className="field">
      <label className="tick">
        <input
          type="checkbox"
          aria-invalid={error ? true : undefined}
          aria-describedby={error || hint ? id : undefined}
          {...rest}
        />
        <span>{label}</span>
      </label>
      <FieldNote id={id} hint={hint} error={error} />
    </div>
  )
}

/** One of a few, all of them in sight. */
export function Choice<T extends string>({
  legend,
  options,
  value,
  onChoose,
  hint,
  legendUnseen = false,
}: {
  legend: string
  options: readonly {
    readonly value: T
    readonly label: ReactNode
    /** It is a sentence, and takes a line of its own. */
    readonly isLong?: boolean
  }[]
  value: T
  onChoose: (value: T) => void
  hint?: string
  legendUnseen?: boolean
}) {
  const name = useId()
  return (
    <fieldset className="choice">
      <legend className={legendUnseen ? 'unseen' : undefined}>{legend}</legend>
      <div className="choice-row">
        {options.map((option) => (
          <label
            key={option.value}
            className={option.isLong ? 'choice-option choice-option-long' : 'choice-option'}
          >
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {hint && <p className="field-note">{hint}</p>}
    </fieldset>
  )
}
