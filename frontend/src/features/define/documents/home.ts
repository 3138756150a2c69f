import { ProblemInWords } from '@/api/fragments'
import { graphql } from '@/api/graphql'

export const MyDefining = graphql(`
  query MyDefining {
    myDefining {
      id
      name
      standingLabel
      mayPublishMicrocredentials
      closed
    }
  }
`)

export const DescribedBadges = graphql(`
  query DescribedBadges($issuerId: ID!, $words: String, $state: String, $after: ID) {
    describedBadges(issuerId: $issuerId, words: $words, state: $state, limit: 30, after: $after) {
      items {
        achievementId
        draftId
        name
        kindLabel
        state
        stateLabel
        number
        lacking
        picture
        path
        editedAt
      }
      next
    }
  }
`)

export const CopyableBadges = graphql(`
  query CopyableBadges($issuerId: ID!, $words: String) {
    copyableBadges(issuerId: $issuerId, words: $words) {
      id
      name
      kind
      issuerName
    }
  }
`)

export const BeginBadge = graphql(
  `
    mutation BeginBadge($issuerId: ID!, $kind: String!, $name: String!, $key: ID) {
      beginBadge(issuerId: $issuerId, kind: $kind, name: $name, key: $key) {
        draft {
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

export const CopyBadge = graphql(
  `
    mutation CopyBadge($issuerId: ID!, $sourceId: ID!, $key: ID) {
      copyBadge(issuerId: $issuerId, sourceId: $sourceId, key: $key) {
        draft {
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
