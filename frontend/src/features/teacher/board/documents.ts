import { ProblemInWords } from '@/api/fragments'
import { graphql } from '@/api/graphql'

export const ClassBoard = graphql(`
  query ClassBoard($groupId: ID!, $pathId: ID) {
    classBoard(groupId: $groupId, pathId: $pathId) {
      groupId
      name
      signInOpenUntil
      paths {
        id
        title
        assignmentId
      }
      pathId
      dueOn
      toReview
      stuck
      ready
      steps {
        id
        title
        kind
        required
        milestone
        section
      }
      rows {
        studentId
        enrollmentId
        name
        cells
        done
        review
        stuck
        ready
        badges
        submissionId
      }
    }
  }
`)

export const TickStep = graphql(
  `
    mutation TickStep($enrollmentId: ID!, $stepId: ID!, $key: ID) {
      tickStep(enrollmentId: $enrollmentId, stepId: $stepId, key: $key) {
        enrollmentId
        cells
        batchId
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const UntickStep = graphql(
  `
    mutation UntickStep($enrollmentId: ID!, $stepId: ID!, $key: ID) {
      untickStep(enrollmentId: $enrollmentId, stepId: $stepId, key: $key) {
        enrollmentId
        cells
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)
