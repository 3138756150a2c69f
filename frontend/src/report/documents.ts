import { ProblemInWords } from '@/api/fragments'
import { graphql } from '@/api/graphql'

export const ReportContent = graphql(
  `
    mutation ReportContent($kind: String!, $objectId: ID!, $reason: String!, $details: String, $key: ID) {
      report(kind: $kind, objectId: $objectId, reason: $reason, details: $details, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)
