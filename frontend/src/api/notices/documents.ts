import { ProblemInWords } from '../fragments'
import { graphql } from '../graphql'

export const ReadNotices = graphql(
  `
    mutation ReadNotices($noticeIds: [ID!]!, $key: ID) {
      readNotices(noticeIds: $noticeIds, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)
