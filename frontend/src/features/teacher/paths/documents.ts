import { ProblemInWords } from '@/api/fragments'
import { graphql } from '@/api/graphql'

export const AssignablePaths = graphql(`
  query AssignablePaths($groupId: ID!) {
    assignablePaths(groupId: $groupId) {
      id
      title
      description
      hours
      weeks
      stepCount
      badgeCount
      grants {
        id
        name
        art {
          svgUrl
        }
      }
      assigned
      alreadyOn
      suitable
      assignmentId
      stepTitles
      stepSections
    }
  }
`)

export const AssignPath = graphql(
  `
    mutation AssignPath($groupId: ID!, $pathId: ID!, $dueOn: Date, $studentIds: [ID!], $key: ID) {
      assignPath(groupId: $groupId, pathId: $pathId, dueOn: $dueOn, studentIds: $studentIds, key: $key) {
        assignmentId
        people
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const UnassignPath = graphql(
  `
    mutation UnassignPath($assignmentId: ID!, $key: ID) {
      unassignPath(assignmentId: $assignmentId, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)
