import type { FactTable } from '@/live/facts'

const LISTS = ['MyEvents', 'GroupEvents', 'EventScreen', 'ClubScreen', 'MyClubs']
const DOOR = ['DoorScreen', 'EventScreen', 'MyEvents']

/** Which of the screens of events each fact may have changed. */
export const facts: FactTable = {
  'events.EventPlanned': LISTS,
  'events.EventMoved': [...LISTS, 'DoorScreen'],
  'events.EventChanged': [...LISTS, 'DoorScreen'],
  'events.EventCancelled': [...LISTS, 'DoorScreen'],
  'events.EventNear': LISTS,
  'events.PersonSignedUp': [...LISTS, 'DoorScreen'],
  'events.PlaceFreed': [...LISTS, 'DoorScreen'],
  'events.SignUpWithdrawn': [...LISTS, 'DoorScreen'],
  'events.CheckedIn': DOOR,
  'events.PeopleCheckedIn': DOOR,
  'events.AttendanceWithdrawn': DOOR,
  'events.LateClaimMade': DOOR,
  'events.LateClaimDecided': DOOR,
  'events.TeamTaskDone': ['TeamBoardScreen'],
  'events.TeamFinished': ['TeamBoardScreen'],
  'people.ConsentAnswered': ['EventScreen', 'MyEvents', 'DoorScreen'],
  'people.ConsentWithdrawn': ['EventScreen', 'MyEvents', 'DoorScreen'],
}
