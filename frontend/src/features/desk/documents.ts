import { ProblemInWords } from '@/api/fragments'
import { graphql } from '@/api/graphql'

export const DeskReports = graphql(`
  query DeskReports($decided: Boolean, $after: ID) {
    reportQueue(decided: $decided, limit: 50, after: $after) {
      items {
        id
        kindLabel
        snapshot
        reasonLabel
        details
        authorName
        createdAt
        dueAt
        hidden
        decision
        decisionReason
        appeal
        appealDecision
        appealReason
      }
      next
    }
  }
`)

export const DecideReport = graphql(
  `
    mutation DecideReport($reportId: ID!, $decision: String!, $reason: String, $key: ID) {
      decideReport(reportId: $reportId, decision: $decision, reason: $reason, key: $key) {
        report {
          id
          decision
          appealDecision
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const DeskVouches = graphql(`
  query DeskVouches {
    vouchesToDecide {
      id
      clubName
      purpose
      leaderName
      askedAt
      state
    }
  }
`)

export const DecideVouch = graphql(
  `
    mutation DecideVouch($vouchId: ID!, $give: Boolean!, $reason: String, $key: ID) {
      decideVouch(vouchId: $vouchId, give: $give, reason: $reason, key: $key) {
        vouch {
          id
          state
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const WithdrawVouch = graphql(
  `
    mutation WithdrawVouch($vouchId: ID!, $reason: String, $key: ID) {
      withdrawVouch(vouchId: $vouchId, reason: $reason, key: $key) {
        vouch {
          id
          state
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)
