import type { FactTable } from '@/live/facts'

const PEOPLE = ['LedClubs', 'LedClub', 'LedMembers', 'Recognise']
const CLUB = ['LedClubs', 'LedClub']
const BADGES = ['LedClub', 'LedBadge', 'Recognise']

/** Which of the leader's queries each fact may have changed. */
export const facts: FactTable = {
  'clubs.ClubStarted': ['LedClubs'],
  'clubs.ClubChanged': [...CLUB, 'Recognise'],
  'clubs.ClubArchived': CLUB,
  'clubs.ClubRestored': CLUB,
  'clubs.ClubHandedOn': PEOPLE,
  'clubs.VouchAsked': ['LedClub'],
  'clubs.VouchDecided': [...CLUB, 'DesignerChoices'],
  'clubs.ClubBadgeMade': [...BADGES, 'ClubBadgePool', 'DesignerChoices'],
  'clubs.MemberNominated': ['LedClubs', 'NominationPiles'],
  'clubs.NominationsDecided': ['LedClubs', 'NominationPiles', 'LedBadge'],
  'clubs.MemberThanked': ['LedClub'],
  'credentials.CredentialsAwarded': ['Recognise', 'LedClub', 'LedBadge'],
  'credentials.AwardUndone': ['Recognise', 'LedClub', 'LedBadge'],
  'credentials.AchievementEndorsed': ['LedBadge'],
  'credentials.EndorsementWithdrawn': ['LedBadge'],
  'events.EventPlanned': ['LedClub'],
  'events.EventMoved': ['LedClub'],
  'events.EventChanged': ['LedClub'],
  'events.EventCancelled': ['LedClub', 'Recognise'],
  'events.CheckedIn': ['Recognise'],
  'events.PeopleCheckedIn': ['Recognise'],
  'events.AttendanceWithdrawn': ['Recognise'],
  'people.MemberJoined': PEOPLE,
  'people.MembersJoined': PEOPLE,
  'people.MemberLeft': PEOPLE,
  'people.MemberRenamed': PEOPLE,
  'people.JoinAsked': [...CLUB, 'LedMembers'],
  'people.JoinDecided': PEOPLE,
  'people.RoleChanged': PEOPLE,
  'people.ReportDecided': ['Recognise'],
}
