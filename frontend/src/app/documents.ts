import { graphql } from '@/api/graphql'

export const WhoAmI = graphql(`
  query WhoAmI {
    me {
      id
      role
      language
    }
  }
`)
