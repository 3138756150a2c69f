import { ProblemInWords } from '@/api/fragments'
import { graphql } from '@/api/graphql'

export const LedMembersDocument = graphql(`
  query LedMembers($groupId: ID!) {
    clubMembers(groupId: $groupId) {
      groupId
      members {
        id
        name
        role
        joinedAt
      }
      requests {
        id
        name
        askedAt
      }
      blocked {
        id
        name
      }
    }
  }
`)

export const SetMemberRole = graphql(
  `
    mutation SetMemberRole($groupId: ID!, $userId: ID!, $role: String!, $key: ID) {
      setMemberRole(groupId: $groupId, userId: $userId, role: $role, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const RemoveMember = graphql(
  `
    mutation RemoveMember($groupId: ID!, $userId: ID!, $block: Boolean, $key: ID) {
      removeMember(groupId: $groupId, userId: $userId, block: $block, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const UnblockMember = graphql(
  `
    mutation UnblockMember($groupId: ID!, $userId: ID!, $key: ID) {
      unblockMember(groupId: $groupId, userId: $userId, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const HandClubOn = graphql(
  `
    mutation HandClubOn($groupId: ID!, $userId: ID!, $key: ID) {
      handClubOn(groupId: $groupId, userId: $userId, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const DecideJoin = graphql(
  `
    mutation DecideJoin($requestId: ID!, $accept: Boolean!, $key: ID) {
      decideJoin(requestId: $requestId, accept: $accept, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)
