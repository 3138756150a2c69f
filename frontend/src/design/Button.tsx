import { Trans } from '@lingui/react/macro'
import type { ComponentProps, ReactNode } from 'react'
import { Link as RouteLink } from 'wouter'
import { classNames } from './classNames'

type Look = 'primary' | 'quiet' | 'plain' | 'danger'

type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  look?: Look
  wide?: boolean
  /** Something is on its way: the button answers at once with moving dots and takes no second tap. */
  busy?: boolean
  /** Says why it cannot be used; the button stays reachable so that the reason can be read aloud. */
  disabled?: boolean
}

const buttonClass = (look: Look, wide: boolean) =>
  classNames('button', look !== 'primary' && `button-${look}`, wide && 'button-wide')

export function Button({ look = 'primary', wide = false, busy, disabled, onClick, ...rest }: ButtonProps) {
  const { children, className, type = 'button', ...others } = rest
  return (
    <button
      {...others}
      type={type}
      className={classNames(buttonClass(look, wide), className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || disabled || undefined}
      onClick={event => {
        if (busy || disabled) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {children}
      {busy && <BusyDots />}
    </button>
  )
}

function BusyDots() {
  return (
    <span className="busy-dots">
      <i />
      <i />
      <i />
      <span className="hidden-visually">
        <Trans>in progress</Trans>
      </span>
    </span>
  )
}

/** A way to another screen that looks like a button. */
export function ButtonLink(props: { to: string; look?: Look; wide?: boolean; children: ReactNode }) {
  return (
    <RouteLink to={props.to} className={buttonClass(props.look ?? 'primary', props.wide ?? false)}>
      {props.children}
    </RouteLink>
  )
}
