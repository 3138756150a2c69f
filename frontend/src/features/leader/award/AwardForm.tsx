import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useReadNotices } from '@/api/notices/useReadNotices'
import { useRead } from '@/api/useRead'
import { useWaiting } from '@/api/useWaiting'
import { Button, ButtonLink } from '@/design/Button'
import { CalmLines } from '@/design/CalmLines'
import { FieldError, TextArea } from '@/design/Field'
import { EmptyState } from '@/design/Notices'
import { PhotoPicker } from '@/design/PhotoPicker'
import { Screen } from '@/design/Screen'
import { LiveDot } from '@/live/LiveDot'
import { useWayOut } from '../useWayOut'
import { BadgeRow } from './BadgeRow'
import { RecogniseDocument, RecogniseMembers } from './documents'
import { Faces } from './Faces'
import { PrintCodes } from './PrintCodes'
import { badgesInOrder, eligible, inSteadyOrder, queuedFor, type RecogniseView } from './recognise'
import { useGiving } from './useGiving'
import { WaitingAwards } from './WaitingAwards'

const NOTE_LIMIT = 500

type AwardFormProps = {
  screen: RecogniseView
  notices: readonly { id: string; line: string }[]
  badgeId?: string
}

export function AwardForm({ screen, notices, badgeId }: AwardFormProps) {
  const { groupId } = screen
  const { t } = useLingui()
  const wayOut = useWayOut()
  const readNotices = useReadNotices()
  const [badge, setBadge] = useState<string | null>(badgeId ?? null)
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null)
  const [note, setNote] = useState('')
  const [photo, setPhoto] = useState<Blob | null>(null)
  const [acts, drop] = useWaiting(RecogniseMembers)
  // Who holds the chosen badge is asked apart: without a network the faces are there all the same.
  const { data } = useRead(RecogniseDocument, { groupId, achievementId: badge })
  const asked = data?.recogniseScreen
  const people = (asked?.achievementId === badge ? asked : screen).people
  const [firstBadges] = useState(() => [
    ...(badgeId ? [badgeId] : []),
    ...badgesInOrder(screen).map(({ id }) => id),
  ])
  const badges = inSteadyOrder(firstBadges, badgesInOrder(screen))
  const chosenBadge = badges.find(({ id }) => id === badge)
  const queued = queuedFor(badge, acts)
  const may = eligible(people, queued)
  const here = may.filter(one => one.here)
  const wanted = picked ? [...picked] : here.map(({ id }) => id)
  const chosen = new Set(wanted.filter(id => may.some(one => one.id === id)))
  const { give, giving, problem } = useGiving(
    screen,
    { people, chosen, note, photo, badge: chosenBadge },
    () => {
      setPicked(new Set())
      setNote('')
      setPhoto(null)
    },
  )
  const mine = acts.filter(({ variables }) => variables.groupId === groupId)

  if (badges.length === 0)
    return (
      <Screen title={screen.groupName} {...wayOut}>
        <CalmLines lines={notices} onRead={readNotices} />
        <EmptyState
          title={<Trans>Make your first badge</Trans>}
          action={
            <ButtonLink to={`/lead/${groupId}/badges/new`}>
              <Trans>Make a badge</Trans>
            </ButtonLink>
          }
        >
          <Trans>
            For patience, for the best question, for carrying the chairs: what people here value. A name and a
            look take a minute.
          </Trans>
        </EmptyState>
      </Screen>
    )
  return (
    <Screen
      title={screen.groupName}
      {...wayOut}
      aside={<LiveDot />}
      action={
        <>
          <FieldError message={problem} />
          <Button busy={giving} disabled={!chosenBadge || chosen.size === 0} onClick={() => void give()}>
            {!chosenBadge ? (
              <Trans>Choose a badge</Trans>
            ) : chosen.size === 0 ? (
              <Trans>Choose who gets it</Trans>
            ) : (
              <Plural value={chosen.size} one="Award to # person" other="Award to # people" />
            )}
          </Button>
        </>
      }
      wide
    >
      <CalmLines lines={notices} onRead={readNotices} />
      <WaitingAwards acts={mine} badges={badges} onDrop={drop} />
      <div className="give-columns">
        <BadgeRow
          groupId={groupId}
          badges={badges}
          value={badge}
          onChange={id => {
            setBadge(id)
            setPicked(null)
          }}
        />
        <Faces
          people={people}
          queued={queued}
          may={may}
          here={here}
          chosen={chosen}
          event={screen.event}
          onChoose={setPicked}
        />
        <section className="stack" aria-label={t`What you want to say`}>
          <TextArea
            label={t`A sentence for them`}
            hint={t`It stays with the badge.`}
            rows={1}
            className="input input-short"
            maxLength={NOTE_LIMIT}
            value={note}
            onChange={event => setNote(event.target.value)}
          />
          <PhotoPicker photo={photo} onChange={setPhoto} />
          {photo && (
            <p className="quiet">
              <Trans>
                Only with the consent of everybody in the picture. Everybody you award now receives it.
              </Trans>
            </p>
          )}
          {chosenBadge && <PrintCodes groupId={groupId} badge={chosenBadge} note={note} />}
        </section>
      </div>
    </Screen>
  )
}
