import { BadgeFace, ProblemInWords } from '@/api/fragments'
import { graphql } from '@/api/graphql'

export const LedClubDocument = graphql(
  `
    query LedClub($groupId: ID!) {
      club(groupId: $groupId) {
        card {
          groupId
          name
          slug
          purpose
          kind
          kindLabel
          role
          members
          vouched
          archived
          waiting
        }
        joining
        listed
        sensitive
        meetingTime
        meetingPlace {
          id
          name
          address
          town
          voivodeship
        }
        responsibleAdult
        standardsUrl
        publicUrl
        vouchedBy
        vouchState
        limits
        leaders {
          id
          name
        }
        badges {
          achievement {
            ...BadgeFace
          }
          archived
          held
          trust {
            rung
            label
          }
        }
        events {
          id
          title
          startsAt
          endsAt
          placeName
          town
          cancelled
          checkInOpen
          going
        }
        feed {
          id
          at
          line
        }
        mayLead
        mayHelp
        mayVouch {
          id
          name
        }
      }
    }
  `,
  [BadgeFace],
)

export const ClubSettings = graphql(`
  query ClubSettings($groupId: ID!) {
    clubChoices {
      kinds {
        code
        label
        sensitive
      }
      joining {
        code
        label
      }
    }
    eventForm(groupId: $groupId) {
      voivodeships {
        code
        label
      }
    }
  }
`)

export const ClubKinds = graphql(`
  query ClubKinds {
    clubChoices {
      kinds {
        code
        label
        sensitive
      }
    }
  }
`)

export const StartClub = graphql(
  `
    mutation StartClub($name: String!, $purpose: String!, $kind: String, $key: ID) {
      startClub(name: $name, purpose: $purpose, kind: $kind, key: $key) {
        club {
          card {
            groupId
            name
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

export const ChangeClub = graphql(
  `
    mutation ChangeClub($groupId: ID!, $club: ClubInput!, $key: ID) {
      changeClub(groupId: $groupId, club: $club, key: $key) {
        club {
          card {
            groupId
            name
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

export const ArchiveClub = graphql(
  `
    mutation ArchiveClub($groupId: ID!, $key: ID) {
      archiveClub(groupId: $groupId, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const RestoreClub = graphql(
  `
    mutation RestoreClub($groupId: ID!, $key: ID) {
      restoreClub(groupId: $groupId, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const LeaveLedClub = graphql(
  `
    mutation LeaveLedClub($groupId: ID!, $key: ID) {
      leaveClub(groupId: $groupId, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const AskForVouch = graphql(
  `
    mutation AskForVouch($groupId: ID!, $byGroupId: ID!, $key: ID) {
      askForVouch(groupId: $groupId, byGroupId: $byGroupId, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const ShowJoinCode = graphql(
  `
    mutation ShowJoinCode($groupId: ID!, $renew: Boolean, $key: ID) {
      showJoinCode(groupId: $groupId, renew: $renew, key: $key) {
        joinCode {
          code
          url
          qrSvg
          expiresAt
          used
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const EndJoinCode = graphql(
  `
    mutation EndJoinCode($groupId: ID!, $key: ID) {
      endJoinCode(groupId: $groupId, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)
