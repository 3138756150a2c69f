import type { ReactNode } from 'react'
import { Link as RouteLink } from 'wouter'

/** A way inside the app. For addresses outside `/app/` use a plain `<a href>`. */
export function Link(props: { to: string; className?: string; children: ReactNode }) {
  return (
    <RouteLink to={props.to} className={props.className ?? ''}>
      {props.children}
    </RouteLink>
  )
}
