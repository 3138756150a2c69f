import type { ReactNode } from 'react'
import { Link as RouteLink } from 'wouter'
import { classNames } from './classNames'

type MedalProps = {
  /** Address of the drawn badge, `/media/badges/<art>.svg`. */
  art: string
  /** What the picture shows; empty when the name stands right beside it. */
  alt: string
  name?: ReactNode
  note?: ReactNode
  to?: string
  size?: 'small' | 'medium' | 'large'
}

/** A badge as people see it: picture, name, one quiet line. */
export function Medal({ art, alt, name, note, to, size = 'medium' }: MedalProps) {
  const className = classNames('medal', size !== 'medium' && `medal-${size}`)
  const content = (
    <>
      <img src={art} alt={alt} width={176} height={176} decoding="async" />
      {name && <span>{name}</span>}
      {note && <small>{note}</small>}
    </>
  )
  return to ? (
    <RouteLink to={to} className={className}>
      {content}
    </RouteLink>
  ) : (
    <div className={className}>{content}</div>
  )
}
