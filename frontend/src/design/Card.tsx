import type { ReactNode } from 'react'
import { Link as RouteLink } from 'wouter'
import { classNames } from './classNames'

type Tone = 'next' | 'review' | 'attention' | 'sunken'

type CardProps = {
  children: ReactNode
  /** `next` wears the ribbon: one a screen, for what to do now. */
  tone?: Tone
  /** Makes the whole card a link inside the app. */
  to?: string
  as?: 'div' | 'section' | 'article' | 'li'
  labelledBy?: string
}

export function Card({ children, tone, to, as: Tag = 'div', labelledBy }: CardProps) {
  const className = classNames('card', tone && `card-${tone}`, to && 'card-link')
  if (to)
    return (
      <RouteLink to={to} className={className}>
        {children}
      </RouteLink>
    )
  return (
    <Tag className={className} aria-labelledby={labelledBy}>
      {children}
    </Tag>
  )
}

/** A number with its word; as a link it opens the list behind the number. */
export function CountTile(props: { count: number; label: string; tone?: Tone; to?: string }) {
  const className = classNames('card', 'tile', props.tone && `card-${props.tone}`, props.to && 'card-link')
  const content = (
    <>
      <strong>{props.count}</strong>
      <span className="quiet">{props.label}</span>
    </>
  )
  return props.to ? (
    <RouteLink to={props.to} className={className}>
      {content}
    </RouteLink>
  ) : (
    <div className={className}>{content}</div>
  )
}
