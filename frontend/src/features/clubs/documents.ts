import { BadgeFace, ProblemInWords, TrustOnLadder } from '@/api/fragments'
import { graphql } from '@/api/graphql'

/** The person's clubs, and those a teacher or student of the school may be sent to. */
export const MyClubs = graphql(`
  query MyClubs {
    myClubs {
      groupId
      name
      purpose
      kindLabel
      role
      members
      archived
      waiting
      nextEvent {
        id
        title
        startsAt
      }
    }
    myPendingClubs {
      groupId
      name
      needsGuardian
      admitted
    }
  }
`)

export const ClubScreenDocument = graphql(`
  query ClubScreen($groupId: ID!) {
    me {
      id
    }
    club(groupId: $groupId) {
      card {
        groupId
        name
        purpose
        kindLabel
        role
        members
        archived
      }
      sensitive
      meetingTime
      meetingPlace {
        id
        name
        town
        address
      }
      responsibleAdult
      standardsUrl
      publicUrl
      vouchedBy
      leaders {
        id
        name
      }
      members {
        id
        name
      }
      badges {
        achievement {
          id
          name
          art {
            svgUrl
            alt
          }
        }
        archived
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
        cancelled
      }
      feed {
        id
        at
        icon
        line
      }
      myThanks {
        id
        word
        from
        at
      }
      mayLead
      mayHelp
    }
  }
`)

/** Faces and badges of one club, with the fixed words of thanks. */
export const ClubPeople = graphql(
  `
    query ClubPeople($groupId: ID!) {
      me {
        id
      }
      club(groupId: $groupId) {
        card {
          groupId
          name
        }
        members {
          id
          name
        }
        leaders {
          id
          name
        }
        badges {
          achievement {
            ...BadgeFace
          }
          archived
          nominationsNeeded
          criterion
        }
      }
      clubChoices {
        thanks {
          code
          label
        }
      }
    }
  `,
  [BadgeFace],
)

export const ClubBadgeLook = graphql(
  `
    query ClubBadgeLook($achievementId: ID!) {
      clubBadge(achievementId: $achievementId) {
        achievement {
          id
          name
          art {
            svgUrl
            alt
          }
        }
        clubName
        description
        criterion
        adaptedFrom
        held
        trust {
          ...TrustOnLadder
        }
        mayEndorse
      endorsements {
          id
          by
          text
        }
      }
    }
  `,
  [TrustOnLadder],
)

export const JoinByCode = graphql(
  `
    mutation JoinByCode($code: String!, $key: ID) {
      joinByCode(code: $code, key: $key) {
        club {
          groupId
          name
        }
        pending {
          groupId
          name
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const AskToJoin = graphql(
  `
    mutation AskToJoin($groupId: ID!, $key: ID) {
      askToJoin(groupId: $groupId, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const LeaveClub = graphql(
  `
    mutation LeaveClub($groupId: ID!, $key: ID) {
      leaveClub(groupId: $groupId, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const Nominate = graphql(
  `
    mutation Nominate($groupId: ID!, $achievementId: ID!, $userId: ID!, $reason: String!, $key: ID) {
      nominate(
        groupId: $groupId
        achievementId: $achievementId
        userId: $userId
        reason: $reason
        key: $key
      ) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const Thank = graphql(
  `
    mutation Thank($groupId: ID!, $userId: ID!, $word: String!, $key: ID) {
      thank(groupId: $groupId, userId: $userId, word: $word, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)
