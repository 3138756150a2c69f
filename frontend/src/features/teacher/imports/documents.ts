import { ProblemInWords } from '@/api/fragments'
import { graphql } from '@/api/graphql'

export const RosterImport = graphql(`
  query RosterImport($id: ID!) {
    rosterImport(id: $id) {
      id
      state
      sourceName
      className
      columns {
        index
        header
        sample
        field
      }
      fields {
        name
        label
        required
      }
      droppedColumns
      rows {
        line
        row
        givenName
        familyName
        bornOn
        className
        state
        issues {
          code
          blocking
          message
        }
        alternatives {
          givenName
          familyName
        }
        candidateIds
      }
      ready
      decide
      skipped
      total
      classes {
        name
        students
        exists
      }
      imported {
        id
        name
        led
      }
    }
  }
`)

export const MapRoster = graphql(
  `
    mutation MapRoster($importId: ID!, $mapping: JSON!, $className: String, $decisions: JSON, $key: ID) {
      mapRoster(
        importId: $importId
        mapping: $mapping
        className: $className
        decisions: $decisions
        key: $key
      ) {
        import {
          id
          ready
          decide
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const ApplyRoster = graphql(
  `
    mutation ApplyRoster($importId: ID!, $key: ID) {
      applyRoster(importId: $importId, key: $key) {
        import {
          id
          state
          imported {
            id
            name
            led
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

export const DropRoster = graphql(
  `
    mutation DropRoster($importId: ID!, $key: ID) {
      dropRoster(importId: $importId, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)
