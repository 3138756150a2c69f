import type { FactTable } from '@/live/facts'

const CLUB = ['MyClubs', 'ClubScreen', 'ClubPeople']

/** Which of the member's club screens each fact may have changed. */
export const facts: FactTable = {
  'clubs.ClubStarted': ['MyClubs'],
  'clubs.ClubChanged': CLUB,
  'clubs.ClubArchived': CLUB,
  'clubs.ClubRestored': CLUB,
  'clubs.ClubHandedOn': CLUB,
  'clubs.VouchDecided': CLUB,
  'clubs.ClubBadgeMade': ['ClubScreen', 'ClubPeople'],
  'clubs.NominationsDecided': ['ClubScreen'],
  'clubs.MemberThanked': ['ClubScreen'],
  'credentials.CredentialsAwarded': ['ClubScreen'],
  'credentials.AwardUndone': ['ClubScreen'],
  'people.MemberJoined': CLUB,
  'people.MemberLeft': CLUB,
  'people.JoinAsked': ['MyClubs'],
  'people.JoinAwaitsGuardian': ['MyClubs'],
  'people.ConsentAnswered': ['MyClubs'],
  'people.JoinDecided': CLUB,
}
