import type { ResultOf, VariablesOf } from '@/api/graphql'
import type { Problem } from '@/api/problems'
import type { EventFormDocument, EventToChange, PlanEvent } from '../documents'
import { dayOf, momentAt, seriesDays, timeOf } from '../moments'

export type EventInput = VariablesOf<typeof PlanEvent>['event']
export type FormOffer = NonNullable<ResultOf<typeof EventFormDocument>['eventForm']>
type Values = NonNullable<NonNullable<ResultOf<typeof EventToChange>['event']>['values']>

/** Where: one of the group's places by id, a new one, or nowhere but online. */
export const NEW_PLACE = 'new'
export const NO_PLACE = ''

/** The form as it stands on the screen: every field as text or tick. */
export type Draft = {
  title: string
  description: string
  kind: string
  day: string
  from: string
  until: string
  form: string
  placeId: string
  placeName: string
  placeTown: string
  placeAddress: string
  placeVoivodeship: string
  placeAccessibility: readonly string[]
  onlineUrl: string
  visibility: string
  invitedGroupIds: readonly string[]
  invitedUserIds: readonly string[]
  signUp: string
  capacity: string
  ageMin: string
  ageMax: string
  needsConsent: boolean
  repeatWeeks: string
  repeatUntil: string
  exceptions: readonly string[]
  achievementId: string
  badgeCount: string
}

export type FieldsProps = {
  draft: Draft
  offer: FormOffer
  problems: readonly Problem[]
  change: (changes: Partial<Draft>) => void
}

/** A new event: next full hour, an hour and a half, for the group alone. */
export function emptyDraft(now: Date, offer: FormOffer): Draft {
  const hour = new Date(Math.ceil(now.getTime() / 3_600_000) * 3_600_000)
  return {
    title: '',
    description: '',
    kind: 'meeting',
    day: dayOf(hour),
    from: timeOf(hour),
    until: timeOf(new Date(hour.getTime() + 5_400_000)),
    form: 'in_person',
    placeId: offer.places[0]?.id ?? NEW_PLACE,
    placeName: '',
    placeTown: '',
    placeAddress: '',
    placeVoivodeship: '',
    placeAccessibility: [],
    onlineUrl: '',
    visibility: 'group',
    invitedGroupIds: [],
    invitedUserIds: [],
    signUp: 'none',
    capacity: '',
    ageMin: '',
    ageMax: '',
    needsConsent: false,
    repeatWeeks: '',
    repeatUntil: '',
    exceptions: [],
    achievementId: '',
    badgeCount: '1',
  }
}

const typed = (value: number | null) => (value === null ? '' : String(value))

export function draftOf(values: Values, card: { startsAt: string; endsAt: string }, offer: FormOffer): Draft {
  return {
    ...emptyDraft(new Date(card.startsAt), offer),
    title: values.title,
    description: values.description,
    kind: values.kind,
    day: dayOf(card.startsAt),
    from: timeOf(card.startsAt),
    until: timeOf(card.endsAt),
    form: values.form,
    placeId: values.placeId ?? NO_PLACE,
    onlineUrl: values.onlineUrl,
    visibility: values.visibility,
    signUp: values.signUp,
    capacity: typed(values.capacity),
    ageMin: typed(values.ageMin),
    ageMax: typed(values.ageMax),
    needsConsent: values.needsConsent,
    invitedGroupIds: values.invitedGroupIds,
    invitedUserIds: values.invitedUserIds,
    achievementId: values.achievementId ?? '',
    badgeCount: String(values.badgeCount),
  }
}

const number = (text: string): number | null => (text.trim() === '' ? null : Number(text))

/** The moments of the draft; an end that is not after the beginning is on the next day. */
export function momentsOf({ day, from, until }: Pick<Draft, 'day' | 'from' | 'until'>) {
  const startsAt = momentAt(day, from)
  const sameDay = momentAt(day, until)
  const nextDay = dayOf(new Date(Date.parse(`${day}T12:00Z`) + 86_400_000 || 0))
  return { startsAt, endsAt: sameDay > startsAt ? sameDay : momentAt(nextDay, until) }
}

/** Days of the meetings that will really take place. */
export const daysOf = ({ day, repeatWeeks, repeatUntil }: Draft) =>
  seriesDays(day, Number(repeatWeeks), repeatUntil)

export function inputOf(draft: Draft): EventInput {
  const online = draft.form !== 'in_person'
  const somewhere = draft.form !== 'online'
  const repeats = draft.repeatWeeks !== '' && draft.repeatUntil !== ''
  const open = draft.signUp === 'open'
  return {
    title: draft.title.trim(),
    description: draft.description.trim(),
    kind: draft.kind,
    ...momentsOf(draft),
    form: draft.form,
    ...(somewhere && placeOf(draft)),
    onlineUrl: online ? draft.onlineUrl.trim() : '',
    visibility: draft.visibility,
    invitedGroupIds: draft.visibility === 'invited' ? [...draft.invitedGroupIds] : [],
    invitedUserIds: draft.visibility === 'invited' ? [...draft.invitedUserIds] : [],
    signUp: draft.signUp,
    capacity: open ? number(draft.capacity) : null,
    ageMin: number(draft.ageMin),
    ageMax: number(draft.ageMax),
    needsConsent: open && draft.needsConsent,
    ...(repeats && {
      repeatWeeks: Number(draft.repeatWeeks),
      repeatUntil: draft.repeatUntil,
      repeatExceptions: draft.exceptions.filter(day => daysOf(draft).includes(day)),
    }),
    achievementId: draft.achievementId || null,
    badgeCount: draft.achievementId ? Number(draft.badgeCount) || 1 : 1,
  }
}

function placeOf(draft: Draft): Pick<EventInput, 'placeId' | 'place'> {
  if (draft.placeId !== NEW_PLACE) return draft.placeId ? { placeId: draft.placeId } : {}
  if (!draft.placeName.trim() && !draft.placeTown.trim()) return {}
  return {
    place: {
      name: draft.placeName.trim(),
      town: draft.placeTown.trim(),
      address: draft.placeAddress.trim(),
      voivodeship: draft.placeVoivodeship,
      accessibility: [...draft.placeAccessibility],
    },
  }
}
