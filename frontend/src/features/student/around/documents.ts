import { ProblemInWords } from '@/api/fragments'
import { graphql } from '@/api/graphql'

export const MarkCelebrated = graphql(
  `
    mutation MarkCelebrated($credentialId: ID!, $key: ID) {
      markCelebrated(credentialId: $credentialId, key: $key) {
        badge {
          id
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const AcknowledgeNotice = graphql(
  `
    mutation AcknowledgeNotice($key: ID) {
      acknowledgeNotice(key: $key) {
        me {
          id
          noticeSeen
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)
