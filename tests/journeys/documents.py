"""The documents that the journeys send."""

CREATE_CLASS = """mutation M($schoolId: ID!, $name: String!, $students: String!, $key: ID) {
  createClass(schoolId: $schoolId, name: $name, students: $students, key: $key) { groupId students errors { code message } } }"""
ME = "{ me { id role schools { id name } groups { id name } } }"
OPEN_SIGN_IN = """mutation M($groupId: ID!, $key: ID) {
  openSignIn(groupId: $groupId, key: $key) { signInOpenUntil errors { code } } }"""
ASSIGNABLE = "query Q($groupId: ID!) { assignablePaths(groupId: $groupId) { id title suitable } }"
ASSIGN = """mutation M($groupId: ID!, $pathId: ID!, $dueOn: Date, $key: ID) {
  assignPath(groupId: $groupId, pathId: $pathId, dueOn: $dueOn, key: $key) { people errors { code } } }"""
MY_PATHS = "{ myPaths { enrollmentId title done of next { id title state kind } } }"
QUEST_MAP = """query Q($id: ID!) { questMap(id: $id) { title nextStepId done of
  sections { title steps { id title kind state } } } }"""
STEP = """query Q($enrollmentId: ID!, $stepId: ID!) { step(enrollmentId: $enrollmentId, stepId: $stepId) {
  whoSees choices { taken achievement { id slug name } } submission { id state topic hint evidence { id kind } } } }"""
CHOOSE = """mutation M($enrollmentId: ID!, $stepId: ID!, $achievementId: ID!, $key: ID) {
  chooseAction(enrollmentId: $enrollmentId, stepId: $stepId, achievementId: $achievementId, key: $key) {
    step { node { state } } errors { code } } }"""
PROPOSE = """mutation M($enrollmentId: ID!, $stepId: ID!, $topic: String!, $key: ID) {
  proposeTopic(enrollmentId: $enrollmentId, stepId: $stepId, topic: $topic, key: $key) {
    step { node { state } } errors { code } } }"""
HAND_IN = """mutation M($enrollmentId: ID!, $stepId: ID!, $evidence: [EvidenceInput!]!, $key: ID) {
  handIn(enrollmentId: $enrollmentId, stepId: $stepId, evidence: $evidence, key: $key) {
    step { node { state } submission { evidence { id kind mediaUrl } } } errors { code } } }"""
TO_REVIEW = """query Q($groupId: ID) { toReview(groupId: $groupId) {
  total items { submissionId studentName state topic evidence { kind text } } } }"""
AGREE = "mutation M($submissionId: ID!, $key: ID) { agreeTopic(submissionId: $submissionId, key: $key) { errors { code } } }"
ACCEPT = """mutation M($submissionId: ID!, $note: String, $key: ID) {
  acceptWork(submissionId: $submissionId, note: $note, key: $key) { credentialId batchId undoUntil errors { code } } }"""
AWARD = """mutation M($groupId: ID!, $achievementId: ID!, $studentIds: [ID!]!, $note: String, $key: ID) {
  awardBadge(groupId: $groupId, achievementId: $achievementId, studentIds: $studentIds, note: $note, key: $key) {
    batchId people undoUntil errors { code } } }"""
UNDO = "mutation M($batchId: ID!, $key: ID) { undoAward(batchId: $batchId, key: $key) { cancelled errors { code } } }"
RELEASE = (
    "mutation M($batchId: ID!, $key: ID) { releaseAward(batchId: $batchId, key: $key) { errors { code } } }"
)
AWARD_SCREEN = """query Q($groupId: ID!) { awardScreen(groupId: $groupId) { all { id slug name } candidates { studentId name has } } }"""
STUDENT_HOME = """{ studentHome { badgeCount celebrations { id name note } latestBadges { id name } notices { line }
  next { stepTitle line } } }"""
MY_BADGES = "{ myBadges { items { id name state signed maySharePublicly } } }"
SHARE = """mutation M($credentialId: ID!, $key: ID) {
  shareBadge(credentialId: $credentialId, shownName: "initials", withPlace: false, days: 30, key: $key) { url errors { code message } } }"""
ROSTER = "query Q($groupId: ID!) { classRoster(groupId: $groupId) { students { id givenName familyName } } }"
REMOVE = """mutation M($groupId: ID!, $studentId: ID!, $key: ID) {
  removeStudent(groupId: $groupId, studentId: $studentId, key: $key) { errors { code } } }"""
BOARD = """query Q($groupId: ID!) { classBoard(groupId: $groupId) { toReview ready stuck
  rows { studentId name cells done } } }"""
RENAME = """mutation M($groupId: ID!, $studentId: ID!, $givenName: String!, $familyName: String!, $bornOn: Date, $key: ID) {
  renameStudent(groupId: $groupId, studentId: $studentId, givenName: $givenName, familyName: $familyName, bornOn: $bornOn,
    key: $key) { errors { code } } }"""
