import { ProblemInWords } from '@/api/fragments'
import { graphql } from '@/api/graphql'

const PresentationOnScreen = graphql(`
  fragment PresentationOnScreen on PresentationScreen @_unmask {
    card {
      id
      label
      state
      stateLabel
      openUntil
      views
    }
    headline
    about
    shownName
    look
    withOutcomes
    withLanguages
    languages
    skills {
      id
      text
      chosen
    }
    days
    url
    qrSvg
    previewUrl
    needsGuardian
    approved
    names {
      code
      label
      name
      possible
    }
    looks {
      code
      label
    }
    choices {
      id
      name
      issuerName
      chosen
      art {
        svgUrl
      }
      work {
        id
        kindLabel
        glimpse
        chosen
      }
    }
  }
`)

export const MyPresentations = graphql(`
  query MyPresentations {
    me {
      id
    }
    myPresentations {
      id
      label
      state
      stateLabel
      openUntil
      views
      badges
    }
  }
`)

export const PresentationDocument = graphql(
  `
    query Presentation($id: ID!) {
      presentation(presentationPageId: $id) {
        ...PresentationOnScreen
      }
    }
  `,
  [PresentationOnScreen],
)

export const ComposePresentation = graphql(
  `
    mutation ComposePresentation($purpose: String!, $key: ID) {
      composePresentation(purpose: $purpose, key: $key) {
        presentation {
          card {
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

export const ChangePresentation = graphql(
  `
    mutation ChangePresentation(
      $id: ID!
      $label: String
      $headline: String
      $about: String
      $shownName: String
      $look: String
      $withOutcomes: Boolean
      $withLanguages: Boolean
      $days: Int
      $badgeIds: [ID!]
      $evidenceIds: [ID!]
      $skillIds: [ID!]
      $key: ID
    ) {
      changePresentation(
        presentationPageId: $id
        label: $label
        headline: $headline
        about: $about
        shownName: $shownName
        look: $look
        withOutcomes: $withOutcomes
        withLanguages: $withLanguages
        days: $days
        badgeIds: $badgeIds
        evidenceIds: $evidenceIds
        skillIds: $skillIds
        key: $key
      ) {
        presentation {
          ...PresentationOnScreen
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [PresentationOnScreen, ProblemInWords],
)

export const OpenPresentation = graphql(
  `
    mutation OpenPresentation($id: ID!, $key: ID) {
      openPresentation(presentationPageId: $id, key: $key) {
        presentation {
          ...PresentationOnScreen
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [PresentationOnScreen, ProblemInWords],
)

export const WithdrawPresentation = graphql(
  `
    mutation WithdrawPresentation($id: ID!, $key: ID) {
      withdrawPresentation(presentationPageId: $id, key: $key) {
        presentation {
          ...PresentationOnScreen
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [PresentationOnScreen, ProblemInWords],
)

export const DeletePresentation = graphql(
  `
    mutation DeletePresentation($id: ID!, $key: ID) {
      deletePresentation(presentationPageId: $id, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)
