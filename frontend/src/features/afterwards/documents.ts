import { ProblemInWords, ScaleOfGrades } from '@/api/fragments'
import { graphql } from '@/api/graphql'

export const GivenBadges = graphql(`
  query GivenBadges($search: String, $after: ID) {
    answeredCredentials(search: $search, limit: 30, after: $after) {
      items {
        id
        learner
        badgeName
        groupName
        state
        awardedAt
        art {
          svgUrl
        }
      }
      next
    }
    stackReviews {
      id
      credentialId
      learner
      badgeName
      partName
      openedAt
    }
  }
`)

export const GivenBadge = graphql(
  `
    query GivenBadge($id: ID!) {
      answeredCredential(id: $id) {
        id
        learner
        badgeName
        issuerName
        groupName
        state
        awardedAt
        awardedBy
        validUntil
        place
        result
        resultInWords
        resultScale {
          ...ScaleOfGrades
        }
        activity
        revocation
        newerDescription
        mayRevoke
        mayCorrect
        mayRenew
        isOutside
        art {
          svgUrl
        }
        kinds {
          code
          label
        }
        history {
          kind
          line
          words
          at
        }
      }
    }
  `,
  [ScaleOfGrades],
)

export const RevokeGiven = graphql(
  `
    mutation RevokeGiven($credentialId: ID!, $kind: String!, $reason: String!, $key: ID) {
      revokeCredential(credentialId: $credentialId, kind: $kind, reason: $reason, key: $key) {
        credential {
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

export const CorrectGiven = graphql(
  `
    mutation CorrectGiven(
      $credentialId: ID!
      $reason: String!
      $awardedOn: Date
      $place: String
      $result: String
      $activity: String
      $newest: Boolean
      $key: ID
    ) {
      correctCredential(
        credentialId: $credentialId
        reason: $reason
        awardedOn: $awardedOn
        place: $place
        result: $result
        activity: $activity
        newest: $newest
        key: $key
      ) {
        credential {
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

export const ToRenew = graphql(`
  query ToRenew($groupId: ID!) {
    renewable(groupId: $groupId) {
      achievementId
      badgeName
      art {
        svgUrl
      }
      people {
        userId
        name
        validUntil
        over
      }
    }
  }
`)

export const RenewGiven = graphql(
  `
    mutation RenewGiven($groupId: ID!, $achievementId: ID!, $studentIds: [ID!]!, $key: ID) {
      renewBadges(groupId: $groupId, achievementId: $achievementId, studentIds: $studentIds, key: $key) {
        batchId
        people
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const RenewOne = graphql(
  `
    mutation RenewOne($credentialId: ID!, $key: ID) {
      renewCredential(credentialId: $credentialId, key: $key) {
        credential {
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

export const DecideReview = graphql(
  `
    mutation DecideReview($reviewId: ID!, $decision: String!, $words: String, $key: ID) {
      decideStackReview(reviewId: $reviewId, decision: $decision, words: $words, key: $key) {
        decided
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const Endorsing = graphql(`
  query Endorsing($search: String) {
    endorsing(search: $search) {
      names {
        issuerId
        label
      }
      given {
        id
        badgeName
        by
        text
        outdated
        publicUrl
      }
      found {
        achievementId
        name
        issuerName
        art {
          svgUrl
        }
      }
    }
  }
`)

export const EndorseFormal = graphql(
  `
    mutation EndorseFormal($achievementId: ID!, $issuerId: ID!, $text: String!, $key: ID) {
      endorseAchievement(achievementId: $achievementId, issuerId: $issuerId, text: $text, key: $key) {
        endorsing {
          given {
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

export const TakeBackEndorsement = graphql(
  `
    mutation TakeBackEndorsement($endorsementId: ID!, $key: ID) {
      withdrawEndorsement(endorsementId: $endorsementId, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)
