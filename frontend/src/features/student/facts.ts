import type { FactTable } from '@/live/facts'

// StudentHome is on every screen: it brings the celebrations.
const BADGES = ['StudentHome', 'MyBadges', 'ClassFeed']
const WORK = ['StudentHome', 'MyPaths', 'PathMap', 'Step']
const PATHS = [...WORK, 'ClassFeed']

/** Which of the student's queries each fact may have changed. */
export const facts: FactTable = {
  'credentials.CredentialsAwarded': [...BADGES, ...WORK],
  'credentials.AwardUndone': [...BADGES, ...WORK, 'BadgeDetail'],
  'credentials.AwardReleased': ['BadgeDetail'],
  'credentials.CredentialsSigned': ['StudentHome', 'MyBadges', 'BadgeDetail'],
  'credentials.CredentialRevoked': ['StudentHome', 'MyBadges', 'BadgeDetail'],
  'credentials.CredentialCorrected': ['StudentHome'],
  'credentials.CredentialsRenewed': ['StudentHome'],
  'credentials.CredentialShared': ['BadgeDetail'],
  'credentials.ShareWithdrawn': ['BadgeDetail'],
  'paths.PathAssigned': PATHS,
  'paths.PathUnassigned': PATHS,
  'paths.ActionChosen': WORK,
  'paths.TopicProposed': WORK,
  'paths.TopicAgreed': WORK,
  'paths.WorkHandedIn': WORK,
  'paths.EvidenceWithdrawn': WORK,
  'paths.NotYetAnswered': WORK,
  'paths.StepCompleted': PATHS,
  'paths.StepsCompletedByAward': PATHS,
  'paths.StepTakenBack': PATHS,
  'paths.PathCompleted': PATHS,
  'people.MemberJoined': [...PATHS, 'Me'],
  'people.MembersJoined': [...PATHS, 'Me'],
  'people.MemberLeft': [...PATHS, 'Me'],
  'people.MemberRenamed': ['Me', 'BadgeDetail'],
  'people.SettingsChanged': ['StudentHome', 'Me', 'BadgeDetail'],
  'people.JoinDecided': ['StudentHome'],
  'people.ReportDecided': ['StudentHome'],
  'people.ConsentAnswered': ['StudentHome', 'BadgeDetail'],
  'people.ConsentWithdrawn': ['StudentHome', 'BadgeDetail'],
  'classroom.ClassCreated': ['StudentHome', 'Me'],
}
