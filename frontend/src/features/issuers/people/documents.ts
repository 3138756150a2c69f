import { ProblemInWords } from '@/api/fragments'
import { graphql } from '@/api/graphql'

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
