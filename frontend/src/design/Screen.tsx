import { useLingui } from '@lingui/react/macro'
import { ArrowLeft } from 'lucide-react'
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import { Link as RouteLink } from 'wouter'
import { BottomTabs, type Tab } from './BottomTabs'
import { BrandMark } from './Brand'
import { classNames } from './classNames'
import { PORTAL_NAME } from './portal'

type Frame = { tabs: readonly Tab[]; banner: ReactNode }

/** What stands around every screen: the person's tabs and, without a network, the calm line saying so. */
export const FrameContext = createContext<Frame>({ tabs: [], banner: null })

type ScreenProps = {
  /** Heading and title of the window; one plain string. */
  title: string
  /** Where the arrow leads; a screen that is a tab has none and wears the rosette instead. */
  back?: string
  /** At the end of the top bar: the live dot, a counter. */
  aside?: ReactNode
  /** What to do now, always in reach of the thumb. */
  action?: ReactNode
  /** For boards and matrices that need the width of a laptop. */
  wide?: boolean
  children: ReactNode
}

/** Letters of a title from which a phone shows it smaller, so that the bar stays a bar. */
const LONG = 32

// The first screen of a visit keeps the browser's own focus; every later one moves it to its heading.
let visited = false

export function Screen({ title, back, aside, action, wide = false, children }: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { tabs, banner } = useContext(FrameContext)
  const { t } = useLingui()
  useEffect(() => {
    if (visited) heading.current?.focus({ preventScroll: true })
    visited = true
  }, [])
  return (
    <div className={classNames('page', tabs.length > 0 && 'page-tabbed')}>
      <title>{`${title} · ${PORTAL_NAME}`}</title>
      <header className="top-bar">
        {back === undefined ? (
          <BrandMark />
        ) : (
          <RouteLink to={back} className="icon-button back" aria-label={t`Back`}>
            <ArrowLeft aria-hidden="true" />
          </RouteLink>
        )}
        <h1 ref={heading} tabIndex={-1} className={title.length > LONG ? 'long' : undefined}>
          {title}
        </h1>
        {aside}
      </header>
      <main id="content" tabIndex={-1}>
        {banner}
        <div className={classNames('content', wide && 'content-wide')}>{children}</div>
      </main>
      <div className="bottom">
        {action && (
          <section className="action-bar" aria-label={t`What you can do here`}>
            {action}
          </section>
        )}
        {tabs.length > 0 && <BottomTabs tabs={tabs} />}
      </div>
    </div>
  )
}
