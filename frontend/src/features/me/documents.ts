import { graphql } from '@/api/graphql'

export const MeDocument = graphql(`
  query Me {
    me {
      id
      givenName
      familyName
      role
      language
    }
  }
`)
