import { BadgeFace, ProblemInWords, ScaleOfGrades } from '@/api/fragments'
import { graphql } from '@/api/graphql'

const ApplicationInFull = graphql(
  `
    fragment ApplicationInFull on LearnerApplicationView @_unmask {
      id
      achievement {
        ...BadgeFace
      }
      badgeName
      placeName
      mine
      applicantName
      state
      stateLabel
      statement
      createdAt
      waitingSince
      evidence {
        id
        kind
        text
        url
        mediaUrl
        size
        purged
      }
      answers {
        decision
        label
        hint
        by
        at
      }
      outcomes {
        text
        criteria
      }
      assessorNote
      resultScale {
        ...ScaleOfGrades
      }
      credentialId
    }
  `,
  [BadgeFace, ScaleOfGrades],
)

export const Applications = graphql(`
  query Applications {
    myApplications {
      id
      badgeName
      placeName
      state
      stateLabel
    }
    applicationsToReview {
      id
      badgeName
      applicantName
      placeName
      waitingSince
    }
    myApplicationDesks {
      id
      badgeName
      placeName
    }
  }
`)

export const ApplicationInDetail = graphql(
  `
    query ApplicationInDetail($id: ID!) {
      application(applicationId: $id) {
        ...ApplicationInFull
      }
    }
  `,
  [ApplicationInFull],
)

export const WhereToApply = graphql(
  `
    query WhereToApply($achievementId: ID!) {
      applicationDesks(achievementId: $achievementId) {
        id
        badgeName
        placeName
        whoReads
        mine
        outcomes {
          text
          criteria
        }
      }
    }
  `,
)

export const DeskPlaces = graphql(
  `
    query DeskPlaces {
      offerPlaces {
        id
        name
        kind
        achievements {
          ...BadgeFace
        }
      }
    }
  `,
  [BadgeFace],
)

export const OpenDesk = graphql(
  `
    mutation OpenDesk($placeId: ID!, $achievementId: ID!, $key: ID!) {
      openApplicationDesk(placeId: $placeId, achievementId: $achievementId, key: $key) {
        deskId
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const CloseDesk = graphql(
  `
    mutation CloseDesk($deskId: ID!, $key: ID!) {
      closeApplicationDesk(deskId: $deskId, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const Apply = graphql(
  `
    mutation Apply($deskId: ID!, $statement: String!, $evidence: [EvidenceInput!]!, $key: ID!) {
      apply(deskId: $deskId, statement: $statement, evidence: $evidence, key: $key) {
        application {
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

export const AddToApplication = graphql(
  `
    mutation AddToApplication($applicationId: ID!, $statement: String!, $evidence: [EvidenceInput!]!, $key: ID!) {
      addToApplication(applicationId: $applicationId, statement: $statement, evidence: $evidence, key: $key) {
        application {
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

export const WithdrawApplication = graphql(
  `
    mutation WithdrawApplication($applicationId: ID!, $key: ID!) {
      withdrawApplication(applicationId: $applicationId, key: $key) {
        application {
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

export const AskMore = graphql(
  `
    mutation AskMore($applicationId: ID!, $hint: String!, $key: ID!) {
      askMoreOfApplication(applicationId: $applicationId, hint: $hint, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const SayNotYet = graphql(
  `
    mutation SayNotYet($applicationId: ID!, $hint: String!, $key: ID!) {
      sayNotYetToApplication(applicationId: $applicationId, hint: $hint, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const TakeBackAcceptance = graphql(
  `
    mutation TakeBackAcceptance($batchId: ID!, $key: ID) {
      undoAward(batchId: $batchId, key: $key) {
        cancelled
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const AcceptApplication = graphql(
  `
    mutation AcceptApplication($applicationId: ID!, $note: String, $result: String, $key: ID!) {
      acceptApplication(applicationId: $applicationId, note: $note, result: $result, key: $key) {
        batchId
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)
