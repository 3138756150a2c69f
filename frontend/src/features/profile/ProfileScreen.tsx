import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ChartNoAxesColumn, FolderDown, UsersRound } from 'lucide-react'
import { useApi } from '@/api/ApiProvider'
import type { ResultOf } from '@/api/graphql'
import { type Read, useRead } from '@/api/useRead'
import { CountTile } from '@/design/Card'
import { Link } from '@/design/Link'
import { Medal } from '@/design/Medal'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { Ways } from '@/design/Ways'
import { daysAgo } from '@/i18n/dates'
import { ProfileDocument } from './documents'
import { Languages } from './Languages'

type ProfileData = ResultOf<typeof ProfileDocument>

/** What I have, what I work on, whom I keep, what I speak. Only the person sees it. */
export function ProfileScreen() {
  const { t } = useLingui()
  const read: Read<ProfileData> = useRead(ProfileDocument)
  return (
    <Screen title={t`My profile`} back="/me">
      {read.loading && <Skeleton />}
      {read.failed && (
        <ErrorState title={<Trans>Your profile could not be read</Trans>} onRetry={read.reload}>
          <Trans>Nothing is lost. Look again in a moment.</Trans>
        </ErrorState>
      )}
      {read.data && <Content data={read.data} />}
    </Screen>
  )
}

function Content({ data }: { data: ProfileData }) {
  const { profile, myPaths } = data
  return (
    <>
      <p className="quiet">
        <Trans>Only you see this screen. What others see you choose yourself, piece by piece.</Trans>
      </p>
      <Held profile={profile} />
      <Working paths={myPaths} />
      <Ways
        ways={[
          { to: '/profile/skills', icon: ChartNoAxesColumn, label: <Trans>Skills map</Trans> },
          {
            to: '/profile/contacts',
            icon: UsersRound,
            label: <Trans>Contacts</Trans>,
            note: profile.asking > 0 && (
              <Plural value={profile.asking} one="# person asks you" other="# people ask you" />
            ),
          },
          { to: '/profile/data', icon: FolderDown, label: <Trans>My data</Trans> },
        ]}
      />
      <Languages spoken={profile.languages} />
    </>
  )
}

/** Only a student's app has a shelf of one's own badges and a map of each path. */
const useIsStudent = () => useApi().person.role === 'student'

function Held({ profile }: { profile: ProfileData['profile'] }) {
  const student = useIsStudent()
  if (profile.held.length === 0)
    return (
      <p className="card">
        <Trans>You have no badges yet. The first one will stand here.</Trans>
      </p>
    )
  return (
    <section className="stack stack-tight" aria-labelledby="held">
      <h2 id="held">
        <Trans>What I have</Trans>
      </h2>
      <div className="tiles profile-held">
        {profile.held.map(({ kind, label, count }) => (
          <CountTile key={kind} count={count} label={label} {...(student && { to: '/badges' })} />
        ))}
      </div>
      <div className="medals">
        {profile.newest.map(({ id, name, awardedAt, art }) => (
          <Medal
            key={id}
            art={art.svgUrl}
            alt=""
            name={name}
            note={daysAgo(awardedAt)}
            {...(student && { to: `/badges/${id}` })}
          />
        ))}
      </div>
    </section>
  )
}

function Working({ paths }: { paths: ProfileData['myPaths'] }) {
  const student = useIsStudent()
  if (paths.length === 0) return null
  return (
    <section className="stack stack-tight" aria-labelledby="working">
      <h2 id="working">
        <Trans>What I work on</Trans>
      </h2>
      <ul className="card list">
        {paths.map(({ enrollmentId, title, done, of, completed, next }) => (
          <li key={enrollmentId} className="list-row">
            <div className="grow">
              {student ? <Link to={`/paths/${enrollmentId}`}>{title}</Link> : title}
              <p className="quiet">
                {completed ? (
                  <Trans>done</Trans>
                ) : (
                  <Trans>
                    {done} of {of} steps
                  </Trans>
                )}
                {next && !completed && (
                  <>
                    {' · '}
                    <Trans>next: {next.title}</Trans>
                  </>
                )}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
