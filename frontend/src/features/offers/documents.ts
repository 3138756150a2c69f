import { ProblemInWords, ScaleOfGrades } from '@/api/fragments'
import { graphql } from '@/api/graphql'

const RoundInFull = graphql(`
  fragment RoundInFull on OfferRoundView @_unmask {
    id
    badgeName
    art {
      svgUrl
    }
    placeName
    note
    language
    madeAt
    sendAt
    undoUntil
    expiresAt
    onPaper
    stage
    medianHours
    counts {
      total
      waiting
      sent
      opened
      failed
      held
      declined
      expired
      cancelled
      claimRate
    }
  }
`)

const OfferRow = graphql(`
  fragment OfferRow on Offer @_unmask {
    id
    position
    email
    name
    result
    state
    stateLabel
    mailedAt
    mailDueAt
    reminded
    quietAt
    endedAt
  }
`)

export const OffersHome = graphql(
  `
    query OffersHome {
      offerRounds {
        ...RoundInFull
      }
      offerPlaces {
        id
        name
        figures {
          offered
          held
          declined
          expired
          claimRate
        }
      }
    }
  `,
  [RoundInFull],
)

export const OfferPlaces = graphql(
  `
    query OfferPlaces {
      offerPlaces {
        id
        name
        kind
        achievements {
          id
          name
          resultScale {
            ...ScaleOfGrades
          }
        }
      }
    }
  `,
  [ScaleOfGrades],
)

export const OfferRound = graphql(
  `
    query OfferRound($id: ID!, $after: ID) {
      offerRound(roundId: $id) {
        ...RoundInFull
      }
      offers(roundId: $id, limit: 50, after: $after) {
        ...OfferRow
      }
    }
  `,
  [RoundInFull, OfferRow],
)

export const OfferOnPaper = graphql(
  `
    mutation OfferOnPaper(
      $placeId: ID!
      $achievementId: ID!
      $count: Int!
      $days: Int!
      $note: String
      $result: String
      $key: ID!
    ) {
      offerOnPaper(
        placeId: $placeId
        achievementId: $achievementId
        count: $count
        days: $days
        note: $note
        result: $result
        key: $key
      ) {
        round {
          ...RoundInFull
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [RoundInFull, ProblemInWords],
)

export const UndoOffers = graphql(
  `
    mutation UndoOffers($roundId: ID!, $key: ID!) {
      undoOffers(roundId: $roundId, key: $key) {
        round {
          ...RoundInFull
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [RoundInFull, ProblemInWords],
)

export const SendOffersNow = graphql(
  `
    mutation SendOffersNow($roundId: ID!, $key: ID!) {
      sendOffersNow(roundId: $roundId, key: $key) {
        round {
          ...RoundInFull
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [RoundInFull, ProblemInWords],
)

export const CancelOffers = graphql(
  `
    mutation CancelOffers($roundId: ID!, $key: ID!) {
      cancelOffers(roundId: $roundId, key: $key) {
        ended
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const CancelOffer = graphql(
  `
    mutation CancelOffer($offerId: ID!, $key: ID!) {
      cancelOffer(offerId: $offerId, key: $key) {
        offer {
          ...OfferRow
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [OfferRow, ProblemInWords],
)

export const SendOfferAgain = graphql(
  `
    mutation SendOfferAgain($offerId: ID!, $key: ID!) {
      sendOfferAgain(offerId: $offerId, key: $key) {
        offer {
          ...OfferRow
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [OfferRow, ProblemInWords],
)

export const CorrectOffer = graphql(
  `
    mutation CorrectOffer($offerId: ID!, $email: String!, $key: ID!) {
      correctOffer(offerId: $offerId, email: $email, key: $key) {
        offer {
          ...OfferRow
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [OfferRow, ProblemInWords],
)

export const ShowOfferLink = graphql(
  `
    mutation ShowOfferLink($offerId: ID!, $key: ID!) {
      showOfferLink(offerId: $offerId, key: $key) {
        url
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)
