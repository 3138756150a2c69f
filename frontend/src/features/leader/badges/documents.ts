import { graphql } from '@/api/graphql'

export const LedBadgeDocument = graphql(`
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
        rung
        label
        line
        rungs {
          code
          label
        }
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
`)

export const ClubBadgePool = graphql(`
  query ClubBadgePool($groupId: ID!, $search: String, $limit: Int, $after: ID) {
    badgePool(groupId: $groupId, search: $search, limit: $limit, after: $after) {
      items {
        achievement {
          id
          name
          art {
            svgUrl
          }
        }
        criterion
        clubName
        taken
      }
      next
    }
  }
`)

export const NominationPiles = graphql(`
  query NominationPiles($groupId: ID!) {
    nominationsToDecide(groupId: $groupId) {
      achievement {
        id
        name
        art {
          svgUrl
        }
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
`)

export const ArchiveClubBadge = graphql(`
  mutation ArchiveClubBadge($achievementId: ID!, $key: ID) {
    archiveClubBadge(achievementId: $achievementId, key: $key) {
      errors {
        field
        code
        message
      }
    }
  }
`)

export const RestoreClubBadge = graphql(`
  mutation RestoreClubBadge($achievementId: ID!, $key: ID) {
    restoreClubBadge(achievementId: $achievementId, key: $key) {
      errors {
        field
        code
        message
      }
    }
  }
`)

export const ShareClubBadgeInPool = graphql(`
  mutation ShareClubBadgeInPool($achievementId: ID!, $shared: Boolean!, $key: ID) {
    shareClubBadgeInPool(achievementId: $achievementId, shared: $shared, key: $key) {
      errors {
        field
        code
        message
      }
    }
  }
`)

export const AdaptClubBadge = graphql(`
  mutation AdaptClubBadge($groupId: ID!, $achievementId: ID!, $key: ID) {
    adaptClubBadge(groupId: $groupId, achievementId: $achievementId, key: $key) {
      badge {
        achievement {
          id
        }
      }
      errors {
        field
        code
        message
      }
    }
  }
`)

export const EndorseBadge = graphql(`
  mutation EndorseBadge($achievementId: ID!, $groupId: ID, $text: String, $key: ID) {
    endorseBadge(achievementId: $achievementId, groupId: $groupId, text: $text, key: $key) {
      errors {
        field
        code
        message
      }
    }
  }
`)

export const WithdrawEndorsement = graphql(`
  mutation WithdrawEndorsement($endorsementId: ID!, $key: ID) {
    withdrawEndorsement(endorsementId: $endorsementId, key: $key) {
      errors {
        field
        code
        message
      }
    }
  }
`)

export const DecideNominations = graphql(`
  mutation DecideNominations($groupId: ID!, $achievementId: ID!, $userId: ID!, $accept: Boolean!, $key: ID) {
    decideNominations(groupId: $groupId, achievementId: $achievementId, userId: $userId, accept: $accept, key: $key) {
      batchId
      errors {
        field
        code
        message
      }
    }
  }
`)
