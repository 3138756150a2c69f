import { ProblemInWords } from '@/api/fragments'
import { graphql } from '@/api/graphql'
import { WordByWord } from './difference'

const PastOfBadge = graphql(`
  fragment PastOfBadge on BadgeHistory @_unmask {
    name
    issuerId
    path
    draftId
    withdrawn
    versions {
      number
      publishedAt
      current
      path
      awarded
    }
    withdrawals {
      reason
      writtenIn
      withdrawnAt
      restoredAt
    }
  }
`)

export const BadgeHistory = graphql(
  `
    query BadgeHistory($achievementId: ID!) {
      badgeHistory(achievementId: $achievementId) {
        ...PastOfBadge
      }
    }
  `,
  [PastOfBadge],
)

export const VersionDifference = graphql(
  `
    query VersionDifference($achievementId: ID!, $older: Int!, $newer: Int!) {
      versionDifference(achievementId: $achievementId, older: $older, newer: $newer) {
        ...WordByWord
      }
    }
  `,
  [WordByWord],
)

export const OpenBadge = graphql(
  `
    mutation OpenBadge($achievementId: ID!, $key: ID) {
      openBadge(achievementId: $achievementId, key: $key) {
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

export const WithdrawBadge = graphql(
  `
    mutation WithdrawBadge($achievementId: ID!, $reason: String!, $key: ID) {
      withdrawBadge(achievementId: $achievementId, reason: $reason, key: $key) {
        history {
          ...PastOfBadge
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [PastOfBadge, ProblemInWords],
)

export const RestoreBadge = graphql(
  `
    mutation RestoreBadge($achievementId: ID!, $key: ID) {
      restoreBadge(achievementId: $achievementId, key: $key) {
        history {
          ...PastOfBadge
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [PastOfBadge, ProblemInWords],
)
