import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { LucideIcon } from 'lucide-react'
import {
  Award,
  BadgeCheck,
  CalendarDays,
  ChartColumn,
  CircleHelp,
  FileSpreadsheet,
  Flag,
  Mail,
  Medal,
  Plus,
  Search,
  Shapes,
  ShieldCheck,
  UserCog,
} from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useRead } from '@/api/useRead'
import { CheckRow } from '@/design/Choice'
import { Link } from '@/design/Link'
import { Screen } from '@/design/Screen'
import { State } from '@/design/State'
import { asLanguage, type Language } from '@/i18n/languages'
import { keepShortcuts, shortcutsOn } from '../review/useShortcuts'
import { DeskWaits, WhatIMayDo } from './documents'

/** The page of the portal that explains the whole, in each language (its address is an editor's page). */
const HELP: Record<Language, string> = {
  pl: '/jak-to-dziala/',
  en: '/en/how-it-works/',
  uk: '/uk/yak-tse-pratsiuie/',
}

/** What is needed now and then. */
export default function MoreScreen() {
  const { t, i18n } = useLingui()
  const [letters, setLetters] = useState(shortcutsOn)
  const { data } = useRead(WhatIMayDo)
  const waits = useRead(DeskWaits).data?.deskWaits ?? 0
  return (
    <Screen title={t`More`}>
      <ul className="card list more">
        <Way to="/me" icon={UserCog}>
          <Trans>My account, language and look</Trans>
        </Way>
        {data?.me?.may.includes('decide_reports') && (
          <Way
            to="/desk"
            icon={Flag}
            end={
              waits > 0 && (
                <State state="review">
                  <Plural value={waits} one="# waits" other="# wait" />
                </State>
              )
            }
          >
            <Trans>Reports and vouching for clubs</Trans>
          </Way>
        )}
        {data?.me?.may.includes('decide_reports') && (
          <Way outside="/figures/" icon={ChartColumn}>
            <Trans>Figures: what was offered and held</Trans>
          </Way>
        )}
        {data && data.myDefining.length > 0 && (
          <Way to="/define" icon={Medal}>
            <Trans>Badges that we describe and publish</Trans>
          </Way>
        )}
        <Way to="/given" icon={Award}>
          <Trans>Badges given: correct, revoke</Trans>
        </Way>
        <Way to="/offers" icon={Mail}>
          <Trans>Badges by e-mail, to people outside</Trans>
        </Way>
        <Way to="/applications" icon={BadgeCheck}>
          <Trans>Applications: “I can do this already”</Trans>
        </Way>
        <Way to="/classes/new" icon={Plus}>
          <Trans>New class from a pasted list</Trans>
        </Way>
        <Way to="/classes/import" icon={FileSpreadsheet}>
          <Trans>Classes from a file of the e-register</Trans>
        </Way>
        <Way to="/events" icon={CalendarDays}>
          <Trans>Events</Trans>
        </Way>
        <Way to="/lead" icon={Shapes}>
          <Trans>Clubs</Trans>
        </Way>
        <Way outside="/catalogue/" icon={Search}>
          <Trans>Catalogue of badges</Trans>
        </Way>
        <Way outside="/verify/" icon={ShieldCheck}>
          <Trans>Check a badge</Trans>
        </Way>
        <Way outside={HELP[asLanguage(i18n.locale)]} icon={CircleHelp}>
          <Trans>How it works</Trans>
        </Way>
      </ul>
      <section className="card" aria-labelledby="colleagues">
        <h2 id="colleagues">
          <Trans>Working with colleagues</Trans>
        </h2>
        <p>
          <Trans>
            The school's coordinator invites other teachers with a one-time link. A second teacher of a class
            sees the same board and the same work to review.
          </Trans>
        </p>
      </section>
      <section className="card" aria-labelledby="keys">
        <h2 id="keys">
          <Trans>Keyboard</Trans>
        </h2>
        <CheckRow
          checked={letters}
          onChange={on => {
            keepShortcuts(on)
            setLetters(on)
          }}
          note={<Trans>A accepts, N answers “not yet”, the arrows step between pieces and cells.</Trans>}
        >
          <Trans>Single-letter shortcuts when reviewing</Trans>
        </CheckRow>
      </section>
    </Screen>
  )
}

type WayProps = { icon: LucideIcon; end?: ReactNode; children: ReactNode } & (
  | { to: string }
  | { outside: string }
)

function Way({ icon: Icon, end, children, ...place }: WayProps) {
  const content = (
    <>
      <Icon aria-hidden="true" />
      <span className="grow">{children}</span>
      {end}
    </>
  )
  return (
    <li>
      {'to' in place ? (
        <Link to={place.to} className="list-row row-link">
          {content}
        </Link>
      ) : (
        <a href={place.outside} className="list-row row-link">
          {content}
        </a>
      )}
    </li>
  )
}
