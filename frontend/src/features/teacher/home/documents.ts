import { BadgeFace } from '@/api/fragments'
import { graphql } from '@/api/graphql'

/** The server writes its answer into the page: the first screen needs no round trip. */
export const TeacherHome = graphql(
  `
    query TeacherHome {
      me {
        id
        may
      }
      myNotices {
        id
        line
      }
      teacherHome {
        classes {
          id
          name
          students
          toReview
          stuck
          ready
          pathTitles
          signInOpenUntil
          led
        }
        needsMe {
          kind
          groupId
          groupName
          studentId
          studentName
          stepTitle
          pathTitle
          submissionId
          enrollmentId
          since
          line
          achievementId
        }
        needsMeTotal
        notRecognised {
          id
          name
          groupId
          groupName
        }
        recentAwards {
          batchId
          achievement {
            ...BadgeFace
          }
          groupId
          groupName
          people
          at
          undoUntil
          cancelled
        }
        heldRate
      }
    }
  `,
  [BadgeFace],
)
