import { ProblemInWords, ScaleOfGrades } from '@/api/fragments'
import { graphql } from '@/api/graphql'

export const AwardScreenDocument = graphql(
  `
    query AwardScreen($groupId: ID!, $achievementId: ID) {
      awardScreen(groupId: $groupId, achievementId: $achievementId) {
        groupId
        groupName
        recent {
          id
          name
          kind
          art {
            svgUrl
          }
        }
        all {
          id
          name
          kind
          art {
            svgUrl
          }
        }
        achievement {
          id
          name
          kind
          description
          issuerName
          howToEarn
          feedbackExample
          resultScale {
            ...ScaleOfGrades
          }
          art {
            svgUrl
          }
        }
        candidates {
          studentId
          name
          has
          ready
          line
        }
      }
    }
  `,
  [ScaleOfGrades],
)

export const AwardBadge = graphql(
  `
    mutation AwardBadge(
      $groupId: ID!
      $achievementId: ID!
      $studentIds: [ID!]!
      $note: String
      $results: [StudentResult!]
      $key: ID
    ) {
      awardBadge(
        groupId: $groupId
        achievementId: $achievementId
        studentIds: $studentIds
        note: $note
        results: $results
        key: $key
      ) {
        batchId
        people
        undoUntil
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const UndoAward = graphql(
  `
    mutation UndoAward($batchId: ID!, $key: ID) {
      undoAward(batchId: $batchId, key: $key) {
        batchId
        cancelled
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const ReleaseAward = graphql(
  `
    mutation ReleaseAward($batchId: ID!, $key: ID) {
      releaseAward(batchId: $batchId, key: $key) {
        batchId
        undoUntil
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)
