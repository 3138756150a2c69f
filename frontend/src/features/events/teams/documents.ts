import { BadgeFace, ProblemInWords } from '@/api/fragments'
import { graphql } from '@/api/graphql'

const BoardOfTeams = graphql(
  `
    fragment BoardOfTeams on TeamBoard @_unmask {
      eventId
      title
      achievement {
        ...BadgeFace
      }
      tasks {
        id
        title
        details
      }
      teams {
        id
        name
        members {
          id
          name
        }
        doneTaskIds
        finished
      }
      myTeamId
      mayManage
      screenUrl
      people {
        id
        name
      }
    }
  `,
  [BadgeFace],
)

export const TeamBoardDocument = graphql(
  `
    query TeamBoardScreen($eventId: ID!) {
      teamBoard(eventId: $eventId) {
        ...BoardOfTeams
      }
    }
  `,
  [BoardOfTeams],
)

export const SetUpTeams = graphql(
  `
    mutation SetUpTeams(
      $eventId: ID!
      $tasks: [TeamTaskInput!]!
      $teams: [EventTeamInput!]!
      $achievementId: ID
      $key: ID
    ) {
      setUpTeams(eventId: $eventId, tasks: $tasks, teams: $teams, achievementId: $achievementId, key: $key) {
        board {
          eventId
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const CompleteTeamTask = graphql(
  `
    mutation CompleteTeamTask($eventId: ID!, $teamId: ID!, $taskId: ID!, $key: ID) {
      completeTeamTask(eventId: $eventId, teamId: $teamId, taskId: $taskId, key: $key) {
        board {
          eventId
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const UndoTeamTask = graphql(
  `
    mutation UndoTeamTask($eventId: ID!, $teamId: ID!, $taskId: ID!, $key: ID) {
      undoTeamTask(eventId: $eventId, teamId: $teamId, taskId: $taskId, key: $key) {
        board {
          eventId
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)
