import { BadgeFace, ProblemInWords, TrustOnLadder } from '@/api/fragments'
import { graphql } from '@/api/graphql'

export const LedBadgeDocument = graphql(
  `
    query LedBadge($achievementId: ID!) {
      clubBadge(achievementId: $achievementId) {
        achievement {
          id
          slug
          name
          art {
            svgUrl
            alt
          }
        }
        groupId
        clubName
        description
        criterion
        shape
        palette
        symbol
        nominationsNeeded
        pooled
        archived
        adaptedFrom
        held
        trust {
          ...TrustOnLadder
        }
        endorsements {
          id
          by
          text
          at
          mine
        }
        mayChange
        mayEndorse
        endorseAs {
          id
          name
        }
      }
    }
  `,
  [TrustOnLadder],
)

export const ClubBadgePool = graphql(
  `
    query ClubBadgePool($groupId: ID!, $search: String, $limit: Int, $after: ID) {
      badgePool(groupId: $groupId, search: $search, limit: $limit, after: $after) {
        items {
          achievement {
            ...BadgeFace
          }
          criterion
          clubName
          taken
        }
        next
      }
    }
  `,
  [BadgeFace],
)

export const NominationPiles = graphql(
  `
    query NominationPiles($groupId: ID!) {
      nominationsToDecide(groupId: $groupId) {
        achievement {
          ...BadgeFace
        }
        userId
        name
        count
        needed
        reasons {
          id
          by
          reason
        }
      }
    }
  `,
  [BadgeFace],
)

export const ArchiveClubBadge = graphql(
  `
    mutation ArchiveClubBadge($achievementId: ID!, $key: ID) {
      archiveClubBadge(achievementId: $achievementId, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const RestoreClubBadge = graphql(
  `
    mutation RestoreClubBadge($achievementId: ID!, $key: ID) {
      restoreClubBadge(achievementId: $achievementId, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const ShareClubBadgeInPool = graphql(
  `
    mutation ShareClubBadgeInPool($achievementId: ID!, $shared: Boolean!, $key: ID) {
      shareClubBadgeInPool(achievementId: $achievementId, shared: $shared, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const AdaptClubBadge = graphql(
  `
    mutation AdaptClubBadge($groupId: ID!, $achievementId: ID!, $key: ID) {
      adaptClubBadge(groupId: $groupId, achievementId: $achievementId, key: $key) {
        badge {
          achievement {
            id
          }
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const EndorseBadge = graphql(
  `
    mutation EndorseBadge($achievementId: ID!, $groupId: ID, $text: String, $key: ID) {
      endorseBadge(achievementId: $achievementId, groupId: $groupId, text: $text, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const WithdrawEndorsement = graphql(
  `
    mutation WithdrawEndorsement($endorsementId: ID!, $key: ID) {
      withdrawEndorsement(endorsementId: $endorsementId, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const DecideNominations = graphql(
  `
    mutation DecideNominations($groupId: ID!, $achievementId: ID!, $userId: ID!, $accept: Boolean!, $key: ID) {
      decideNominations(groupId: $groupId, achievementId: $achievementId, userId: $userId, accept: $accept, key: $key) {
        batchId
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)
