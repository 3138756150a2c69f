import { graphql } from '@/api/graphql'

export const MarkCelebrated = graphql(`
  mutation MarkCelebrated($credentialId: ID!, $key: ID) {
    markCelebrated(credentialId: $credentialId, key: $key) {
      badge {
        id
      }
      errors {
        field
        code
        message
      }
    }
  }
`)

export const AcknowledgeNotice = graphql(`
  mutation AcknowledgeNotice($key: ID) {
    acknowledgeNotice(key: $key) {
      me {
        id
        noticeSeen
      }
      errors {
        field
        code
        message
      }
    }
  }
`)
