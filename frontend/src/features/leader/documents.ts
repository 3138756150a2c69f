import { graphql } from '@/api/graphql'

export const LedClubs = graphql(`
  query LedClubs {
    myClubs {
      groupId
      name
      kindLabel
      role
      members
      vouched
      archived
      waiting
    }
  }
`)
