import type { FactTable } from '@/live/facts'

const PROGRESS = ['TeacherHome', 'ClassBoard', 'ClassStudent', 'Projector', 'AwardScreen']
const WORK = ['TeacherHome', 'ClassBoard', 'ClassStudent', 'ToReview', 'ReviewPiece']
const MEMBERS = [
  'TeacherHome',
  'TeacherGroups',
  'ClassBoard',
  'ClassRoster',
  'AwardScreen',
  'AssignablePaths',
]
const PATHS = ['TeacherHome', 'ClassBoard', 'ClassStudent', 'Projector', 'AssignablePaths']
const SIGN_IN = ['TeacherHome', 'ClassBoard', 'ClassRoster', 'Projector']

/** Which of the teacher's queries each fact may have changed. */
export const facts: FactTable = {
  'people.ContentReported': ['DeskWaits'],
  'people.ReportDecided': ['TeacherHome', 'DeskWaits'],
  'people.DecisionAppealed': ['DeskWaits'],
  'clubs.VouchAsked': ['DeskWaits'],
  'clubs.VouchDecided': ['TeacherHome', 'DeskWaits'],
  'clubs.ClubHandedOn': ['TeacherHome'],
  'credentials.CredentialsAwarded': PROGRESS,
  'credentials.AwardUndone': PROGRESS,
  'credentials.AwardReleased': ['TeacherHome'],
  'credentials.CredentialsSigned': ['TeacherHome', 'ClassStudent'],
  'credentials.CredentialRevoked': ['ClassStudent', 'AwardScreen'],
  'credentials.CredentialCorrected': ['ClassStudent'],
  'credentials.CredentialsRenewed': ['ClassStudent', 'AwardScreen'],
  'credentials.LargerBadgeReviewOpened': ['TeacherHome'],
  'paths.PathAssigned': PATHS,
  'paths.PathUnassigned': PATHS,
  'paths.ActionChosen': ['ClassBoard', 'ClassStudent'],
  'paths.TopicProposed': WORK,
  'paths.TopicAgreed': WORK,
  'paths.WorkHandedIn': WORK,
  'paths.EvidenceWithdrawn': WORK,
  'paths.NotYetAnswered': WORK,
  'paths.StepCompleted': [...PROGRESS, 'ToReview', 'ReviewPiece'],
  'paths.StepsCompletedByAward': [...PROGRESS, 'ToReview', 'ReviewPiece'],
  'paths.StepTakenBack': [...PROGRESS, 'ToReview', 'ReviewPiece'],
  'paths.PathCompleted': PROGRESS,
  'people.MemberJoined': MEMBERS,
  'people.MembersJoined': MEMBERS,
  'people.MemberLeft': MEMBERS,
  'people.MemberRenamed': [...MEMBERS, 'ClassStudent', 'ToReview', 'ReviewPiece'],
  'people.GroupCreated': ['TeacherHome', 'TeacherGroups'],
  'people.SignInCardReissued': ['ClassRoster'],
  'people.SignInsEnded': ['ClassRoster'],
  'people.SignedInByCard': ['ClassRoster'],
  'classroom.ClassCreated': ['TeacherHome', 'TeacherGroups'],
  'classroom.RosterImported': ['TeacherHome', 'TeacherGroups', 'ClassRoster', 'RosterImport'],
  'classroom.SignInOpened': SIGN_IN,
  'classroom.SignInClosed': SIGN_IN,
  'classroom.StudentSignedIn': ['ClassRoster'],
}
