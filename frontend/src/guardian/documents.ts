import { ProblemInWords } from '@/api/fragments'
import { graphql } from '@/api/graphql'

export const AskConsent = graphql(
  `
    mutation AskConsent($purpose: String!, $aboutId: ID, $key: ID) {
      askConsent(purpose: $purpose, aboutId: $aboutId, key: $key) {
        url
        qrSvg
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)
