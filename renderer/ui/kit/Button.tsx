import type { LucideIcon } from 'lucide-react'
import type { ComponentPropsWithRef } from 'react'
import { Icon } from './Icon'
import { keysHint } from './keyNames'

type NativeButton = Omit<ComponentPropsWithRef<'button'>, 'type'>

export interface ButtonProps extends NativeButton {
  /** `primary` is the one thing to do here; `quiet` has no edge; `danger` takes something away. */
  readonly tone?: 'primary' | 'plain' | 'quiet' | 'danger'
  readonly icon?: LucideIcon
  readonly large?: boolean
  readonly submits?: boolean
}

/** A button with words. */
export function Button({
  tone = 'plain',
  icon,
  large = false,
  submits = false,
  className,
  children,
  ...rest
}: ButtonProps) {
  const classes = ['button', `button-${tone}`, large && 'button-large', className].filter(Boolean).join(' ')
  return (
    <button type={submits ? 'submit' : 'button'} className={classes} {...rest}>
      {icon && <Icon of={icon} />}
      <span className="button-words">{children}</span>
    </button>
  )
}

export interface IconButtonProps extends NativeButton {
  readonly icon: LucideIcon
  /** Its name: read aloud, and shown as a hint. */
  readonly label: string
  readonly shortcut?: string
  readonly pressed?: boolean
  /** The icon points somewhere and turns round in right-to-left languages. */
  readonly mirrors?: boolean
  /** Where the hint appears. */
  readonly hint?: 'below' | 'above' | 'beside'
}

/** A button with only an icon; its name shows as a hint on hover and on keyboard focus. */
export function IconButton({
  icon,
  label,
  shortcut,
  pressed,
  mirrors = false,
  hint = 'below',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      className={['icon-button', className].filter(Boolean).join(' ')}
      aria-label={label}
      aria-pressed={pressed}
      aria-keyshortcuts={shortcut}
      data-hint={shortcut ? `${label} · ${keysHint(shortcut)}` : label}
      data-hint-at={hint}
      {...rest}
    >
      <Icon of={icon} mirrors={mirrors} />
    </button>
  )
}
