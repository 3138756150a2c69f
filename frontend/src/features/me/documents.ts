import { ProblemInWords } from '@/api/fragments'
import { graphql } from '@/api/graphql'

export const MeDocument = graphql(`
  query Me {
    me {
      id
      role
      givenName
      familyName
      nickname
      language
      celebrations
      runBySchool
      groups {
        id
        name
        schoolName
      }
    }
    myDefining {
      id
    }
    myIssuers {
      mayStart
      issuers {
        id
      }
    }
    offerPlaces {
      id
    }
    applicationsToReview {
      id
    }
  }
`)

export const ChangeMySettings = graphql(
  `
    mutation ChangeMySettings($language: String, $nickname: String, $celebrations: Boolean, $key: ID) {
      changeMySettings(language: $language, nickname: $nickname, celebrations: $celebrations, key: $key) {
        me {
          id
          language
          nickname
          celebrations
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const EndMySignIns = graphql(
  `
    mutation EndMySignIns($key: ID) {
      endMySignIns(key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const DecisionsAboutMe = graphql(`
  query DecisionsAboutMe {
    decisionsAboutMe {
      reportId
      kindLabel
      snapshot
      decision
      reason
      decidedAt
      mayAppeal
      appealed
      appealDecision
    }
  }
`)

export const AppealDecision = graphql(
  `
    mutation AppealDecision($reportId: ID!, $text: String!, $key: ID) {
      appealDecision(reportId: $reportId, text: $text, key: $key) {
        decision {
          reportId
          appealed
          mayAppeal
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)
