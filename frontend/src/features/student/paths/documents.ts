import { graphql } from '@/api/graphql'

export const MyPaths = graphql(`
  query MyPaths {
    myPaths {
      enrollmentId
      title
      description
      groupName
      done
      of
      dueOn
      completed
      next {
        id
        title
        state
      }
    }
  }
`)

export const PathMap = graphql(`
  query PathMap($id: ID!) {
    questMap(id: $id) {
      enrollmentId
      title
      description
      groupName
      dueOn
      done
      of
      completed
      nextStepId
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
          milestone
          badge {
            id
          }
          chosenTitle
        }
      }
    }
  }
`)
