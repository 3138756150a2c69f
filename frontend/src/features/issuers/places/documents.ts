import { ProblemInWords } from '@/api/fragments'
import { graphql } from '@/api/graphql'

const PlacesOnScreen = graphql(`
  fragment PlacesOnScreen on IssuerPlaces @_unmask {
    places {
      id
      name
      kindLabel
      allowed
    }
    requests {
      id
      groupName
      kindLabel
      note
      askedAt
    }
  }
`)

const ToAskOnScreen = graphql(`
  fragment ToAskOnScreen on IssuersToAsk @_unmask {
    issuers {
      code
      label
    }
    asked
    allowed
  }
`)

export const IssuerPlacesDocument = graphql(
  `
    query IssuerPlaces($id: ID!) {
      issuerPlaces(issuerId: $id) {
        ...PlacesOnScreen
      }
    }
  `,
  [PlacesOnScreen],
)

export const IssuersToAskDocument = graphql(
  `
    query IssuersToAsk($id: ID!) {
      issuersToAsk(groupId: $id) {
        ...ToAskOnScreen
      }
    }
  `,
  [ToAskOnScreen],
)

export const AskToAward = graphql(
  `
    mutation AskToAward($groupId: ID!, $issuerId: ID!, $note: String, $key: ID) {
      askToAward(groupId: $groupId, issuerId: $issuerId, note: $note, key: $key) {
        issuers {
          ...ToAskOnScreen
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ToAskOnScreen, ProblemInWords],
)

export const DecideAwardRequest = graphql(
  `
    mutation DecideAwardRequest($issuerId: ID!, $awardRequestId: ID!, $granted: Boolean!, $key: ID) {
      decideAwardRequest(issuerId: $issuerId, awardRequestId: $awardRequestId, granted: $granted, key: $key) {
        places {
          ...PlacesOnScreen
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [PlacesOnScreen, ProblemInWords],
)

export const LetGroupAward = graphql(
  `
    mutation LetGroupAward($issuerId: ID!, $groupId: ID!, $key: ID) {
      letGroupAward(issuerId: $issuerId, groupId: $groupId, key: $key) {
        places {
          ...PlacesOnScreen
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [PlacesOnScreen, ProblemInWords],
)

export const EndGroupAwarding = graphql(
  `
    mutation EndGroupAwarding($issuerId: ID!, $groupId: ID!, $key: ID) {
      endGroupAwarding(issuerId: $issuerId, groupId: $groupId, key: $key) {
        places {
          ...PlacesOnScreen
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [PlacesOnScreen, ProblemInWords],
)
