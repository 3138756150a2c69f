import { graphql } from '@/api/graphql'

export const Projector = graphql(`
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
          id
          name
          art {
            svgUrl
          }
        }
        people
        at
      }
      signInOpenUntil
    }
  }
`)
