import { BadgeFace, ProblemInWords } from '@/api/fragments'
import { graphql } from '@/api/graphql'

/** The queue alone; each piece comes whole with `ReviewPiece`. */
export const ToReview = graphql(`
  query ToReview($groupId: ID, $limit: Int) {
    toReview(groupId: $groupId, limit: $limit) {
      items {
        submissionId
        studentName
        stepTitle
      }
      total
    }
    readyPhrases {
      notYet
      accepted
    }
  }
`)

export const ReviewPiece = graphql(
  `
    query ReviewPiece($submissionId: ID!) {
      review(submissionId: $submissionId) {
        submissionId
        enrollmentId
        stepId
        groupId
        groupName
        studentId
        studentName
        pathTitle
        stepTitle
        state
        topic
        reflection
        waitingSince
        task
        example
        outcomes {
          text
          criteria
        }
        assessorNote
        sensitivity
        badge {
          ...BadgeFace
        }
        evidence {
          id
          kind
          text
          url
          mediaUrl
          size
          createdAt
          purged
        }
        history {
          decision
          hint
          by
          at
        }
      }
    }
  `,
  [BadgeFace],
)

export const AcceptWork = graphql(
  `
    mutation AcceptWork($submissionId: ID!, $note: String, $key: ID) {
      acceptWork(submissionId: $submissionId, note: $note, key: $key) {
        submissionId
        next
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

export const AgreeTopic = graphql(
  `
    mutation AgreeTopic($submissionId: ID!, $key: ID) {
      agreeTopic(submissionId: $submissionId, key: $key) {
        submissionId
        next
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const AnswerNotYet = graphql(
  `
    mutation AnswerNotYet($submissionId: ID!, $hint: String!, $key: ID) {
      answerNotYet(submissionId: $submissionId, hint: $hint, key: $key) {
        submissionId
        next
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

/** Takes an accept back: the piece waits again, and a badge it gave goes with it. */
export const TakeBackAccept = graphql(
  `
    mutation TakeBackAccept($enrollmentId: ID!, $stepId: ID!, $key: ID) {
      untickStep(enrollmentId: $enrollmentId, stepId: $stepId, key: $key) {
        enrollmentId
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)
