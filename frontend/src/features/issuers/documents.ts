import { ProblemInWords } from '@/api/fragments'
import { graphql } from '@/api/graphql'

const IssuerOnDesk = graphql(`
  fragment IssuerOnDesk on IssuerDesk @_unmask {
    row {
      id
      name
      standing
      tone
      line
      application
      applicationLabel
    }
    more
    manages
    mayDefine
    mayAward
    mayApply
    organisation
    words {
      language
      name
      description
      qualityAssurance
    }
    url
    email
    nameFixed
    agreementNumber
    agreementFrom
    agreementUntil
    publicPath
    figuresPath
    history {
      since
      label
      reason
      writtenIn
      agreement
    }
  }
`)

const ApplicationOnScreen = graphql(`
  fragment ApplicationOnScreen on IssuerApplicationView @_unmask {
    id
    state
    stateLabel
    writable
    reason
    writtenIn
    sentAt
    questions {
      code
      group
      groupLabel
      title
      question
      why
      required
      answer
      link
      met
      note
    }
  }
`)

export const MyIssuers = graphql(`
  query MyIssuers {
    myIssuers {
      issuers {
        id
        name
        tone
        line
        application
        applicationLabel
      }
      groups {
        code
        label
      }
      mayStart
      leads {
        code
        label
      }
    }
  }
`)

export const IssuerDeskDocument = graphql(
  `
    query IssuerDesk($id: ID!) {
      issuerDesk(issuerId: $id) {
        ...IssuerOnDesk
      }
    }
  `,
  [IssuerOnDesk],
)

export const IssuerApplicationDocument = graphql(
  `
    query IssuerApplication($id: ID!) {
      issuerApplication(issuerId: $id) {
        ...ApplicationOnScreen
      }
    }
  `,
  [ApplicationOnScreen],
)

export const StartIssuer = graphql(
  `
    mutation StartIssuer($name: String!, $organisationId: ID, $key: ID) {
      startIssuer(name: $name, organisationId: $organisationId, key: $key) {
        issuer {
          ...IssuerOnDesk
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [IssuerOnDesk, ProblemInWords],
)

export const DescribeIssuer = graphql(
  `
    mutation DescribeIssuer($issuerId: ID!, $issuer: IssuerInput!, $key: ID) {
      describeIssuer(issuerId: $issuerId, issuer: $issuer, key: $key) {
        issuer {
          ...IssuerOnDesk
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [IssuerOnDesk, ProblemInWords],
)

export const BeginIssuerApplication = graphql(
  `
    mutation BeginIssuerApplication($issuerId: ID!, $key: ID) {
      beginIssuerApplication(issuerId: $issuerId, key: $key) {
        application {
          ...ApplicationOnScreen
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ApplicationOnScreen, ProblemInWords],
)

export const SaveIssuerAnswers = graphql(
  `
    mutation SaveIssuerAnswers($issuerId: ID!, $answers: [AnswerInput!]!, $key: ID) {
      saveIssuerAnswers(issuerId: $issuerId, answers: $answers, key: $key) {
        application {
          ...ApplicationOnScreen
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ApplicationOnScreen, ProblemInWords],
)

export const SendIssuerApplication = graphql(
  `
    mutation SendIssuerApplication($issuerId: ID!, $key: ID) {
      sendIssuerApplication(issuerId: $issuerId, key: $key) {
        application {
          ...ApplicationOnScreen
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ApplicationOnScreen, ProblemInWords],
)

export const WithdrawIssuerApplication = graphql(
  `
    mutation WithdrawIssuerApplication($issuerId: ID!, $key: ID) {
      withdrawIssuerApplication(issuerId: $issuerId, key: $key) {
        application {
          ...ApplicationOnScreen
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ApplicationOnScreen, ProblemInWords],
)

export const JoinIssuer = graphql(
  `
    mutation JoinIssuer($secret: String!, $key: ID) {
      joinIssuer(secret: $secret, key: $key) {
        issuer {
          ...IssuerOnDesk
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [IssuerOnDesk, ProblemInWords],
)

export const LeaveIssuer = graphql(
  `
    mutation LeaveIssuer($issuerId: ID!, $key: ID) {
      leaveIssuer(issuerId: $issuerId, key: $key) {
        left
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)
