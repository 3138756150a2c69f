import { graphql } from '@/api/graphql'

export const ClassStudent = graphql(`
  query ClassStudent($groupId: ID!, $studentId: ID!) {
    classStudent(groupId: $groupId, studentId: $studentId) {
      id
      name
      groupId
      groupName
      paths {
        enrollmentId
        title
        done
        of
        sections {
          key
          title
          done
          of
          steps {
            id
            kind
            kindLabel
            title
            state
            required
            chosenTitle
          }
        }
      }
      badges {
        id
        name
        state
        awardedAt
        awardedBy
        note
        art {
          svgUrl
        }
      }
    }
  }
`)
