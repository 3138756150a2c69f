import type { VariablesOf } from '@/api/graphql'
import type { ClubInFull } from './club'
import type { ChangeClub } from './documents'

export type ClubChange = VariablesOf<typeof ChangeClub>['club']

/** The form's fields, all of them text or a tick. */
export type ClubForm = {
  name: string
  purpose: string
  kind: string
  joining: string
  listed: boolean
  meetingTime: string
  placeName: string
  placeAddress: string
  town: string
  voivodeship: string
  responsibleAdult: string
  standardsUrl: string
}

export function formOf(club: ClubInFull): ClubForm {
  const { card, meetingPlace: place } = club
  return {
    name: card.name,
    purpose: card.purpose,
    kind: card.kind,
    joining: club.joining,
    listed: club.listed,
    meetingTime: club.meetingTime,
    placeName: place?.name ?? '',
    placeAddress: place?.address ?? '',
    town: place?.town ?? '',
    voivodeship: place?.voivodeship ?? '',
    responsibleAdult: club.responsibleAdult,
    standardsUrl: club.standardsUrl,
  }
}

/** What is sent: only what is different, so that two people who change different things do not undo each other. */
export function changes(before: ClubForm, now: ClubForm): ClubChange {
  const { placeName, placeAddress, town, voivodeship, ...plain } = now
  const changed = Object.entries(plain).filter(([name, value]) => before[name as keyof ClubForm] !== value)
  const place = [placeName, placeAddress, town, voivodeship]
  const moved = [before.placeName, before.placeAddress, before.town, before.voivodeship].some(
    (value, index) => value !== place[index],
  )
  return {
    ...(Object.fromEntries(changed.map(([name, value]) => [name, tidy(name, value)])) as ClubChange),
    ...(moved && {
      meetingPlace: {
        name: placeName.trim(),
        address: placeAddress.trim(),
        town: town.trim(),
        voivodeship: voivodeship || null,
      },
    }),
  }
}

function tidy(name: string, value: string | boolean): string | boolean {
  if (typeof value === 'boolean') return value
  const text = value.trim()
  // People leave the scheme out; addresses need it.
  return name === 'standardsUrl' && text && !/^[a-z][a-z0-9+.-]*:/i.test(text) ? `https://${text}` : text
}
