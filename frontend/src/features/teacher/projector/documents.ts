import { BadgeFace } from '@/api/fragments'
import { graphql } from '@/api/graphql'

export const Projector = graphql(
  `
    query Projector($groupId: ID!) {
      projector(groupId: $groupId) {
        groupName
        students
        pathTitle
        stepsDone
        stepsOf
        badges
        sections {
          title
          done
          of
        }
        latest {
          achievement {
            ...BadgeFace
          }
          people
          at
        }
        signInOpenUntil
      }
    }
  `,
  [BadgeFace],
)
