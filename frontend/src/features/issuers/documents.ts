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

const PeopleOnScreen = graphql(`
  fragment PeopleOnScreen on IssuerPeople @_unmask {
    people {
      id
      name
      manages
      mayDefine
      mayAward
      isMe
    }
    openLinks
  }
`)

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

export const IssuerPeopleDocument = graphql(
  `
    query IssuerPeople($id: ID!) {
      issuerPeople(issuerId: $id) {
        ...PeopleOnScreen
      }
    }
  `,
  [PeopleOnScreen],
)

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

export const AddIssuerMember = graphql(
  `
    mutation AddIssuerMember($issuerId: ID!, $username: String!, $powers: PowersInput!, $key: ID) {
      addIssuerMember(issuerId: $issuerId, username: $username, powers: $powers, key: $key) {
        people {
          ...PeopleOnScreen
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [PeopleOnScreen, ProblemInWords],
)

export const InviteToIssuer = graphql(
  `
    mutation InviteToIssuer($issuerId: ID!, $powers: PowersInput!, $key: ID) {
      inviteToIssuer(issuerId: $issuerId, powers: $powers, key: $key) {
        url
        people {
          ...PeopleOnScreen
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [PeopleOnScreen, ProblemInWords],
)

export const EndIssuerInvitations = graphql(
  `
    mutation EndIssuerInvitations($issuerId: ID!, $key: ID) {
      endIssuerInvitations(issuerId: $issuerId, key: $key) {
        people {
          ...PeopleOnScreen
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [PeopleOnScreen, ProblemInWords],
)

export const ChangeIssuerMember = graphql(
  `
    mutation ChangeIssuerMember($issuerId: ID!, $memberId: ID!, $powers: PowersInput!, $key: ID) {
      changeIssuerMember(issuerId: $issuerId, memberId: $memberId, powers: $powers, key: $key) {
        people {
          ...PeopleOnScreen
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [PeopleOnScreen, ProblemInWords],
)

export const RemoveIssuerMember = graphql(
  `
    mutation RemoveIssuerMember($issuerId: ID!, $memberId: ID!, $key: ID) {
      removeIssuerMember(issuerId: $issuerId, memberId: $memberId, key: $key) {
        people {
          ...PeopleOnScreen
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [PeopleOnScreen, ProblemInWords],
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
