import { ProblemInWords, TrustOnLadder } from '@/api/fragments'
import { graphql } from '@/api/graphql'

export const MyBadges = graphql(`
  query MyBadges($limit: Int, $after: ID) {
    myBadges(limit: $limit, after: $after) {
      items {
        id
        name
        kind
        state
        awardedAt
        art {
          svgUrl
        }
      }
      next
    }
    largerBadges {
      achievementId
      name
      publicUrl
      have
      need
      lines
      art {
        svgUrl
      }
    }
  }
`)

/** `me` tells the preview how the owner may be called. */
export const BadgeDetail = graphql(
  `
    query BadgeDetail($id: ID!) {
      me {
        id
        givenName
        familyName
        nickname
        maySharePublicly
      }
      badge(id: $id) {
        id
        name
        description
        kind
        state
        art {
          svgUrl
          alt
        }
        issuerName
        awardedAt
        awardedBy
        groupName
        note
        result
        pictureUrl
        criteria {
          text
          criteria
        }
        trust {
          ...TrustOnLadder
        }
        workloadHours
        signed
        signedFrom
        validUntil
        maySharePublicly
        shares {
          id
          shownName
          withPlace
          withResult
          expiresAt
        }
        pngUrl
        jsonUrl
      }
      badgeStory(id: $id) {
        revocation
        history {
          kind
          line
          words
          at
        }
        countsFor {
          achievementId
          name
          publicUrl
          have
          need
          lines
          art {
            svgUrl
          }
        }
      }
    }
  `,
  [TrustOnLadder],
)

export const ShareBadge = graphql(
  `
    mutation ShareBadge(
      $credentialId: ID!
      $shownName: String!
      $withPlace: Boolean!
      $withResult: Boolean
      $days: Int!
      $key: ID
    ) {
      shareBadge(
        credentialId: $credentialId
        shownName: $shownName
        withPlace: $withPlace
        withResult: $withResult
        days: $days
        key: $key
      ) {
        url
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const WithdrawShares = graphql(
  `
    mutation WithdrawShares($credentialId: ID!, $key: ID) {
      withdrawShares(credentialId: $credentialId, key: $key) {
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

export const ChooseNickname = graphql(
  `
    mutation ChooseNickname($nickname: String!, $key: ID) {
      changeMySettings(nickname: $nickname, key: $key) {
        me {
          id
          nickname
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const AskGuardian = graphql(
  `
    mutation AskGuardian($purpose: String!, $key: ID) {
      askConsent(purpose: $purpose, key: $key) {
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
