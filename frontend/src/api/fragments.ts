/** Selections that documents of several features share. Only `documents.ts` files import them. */
import { graphql } from './graphql'

/** Why an act was refused, in the person's language. */
export const ProblemInWords = graphql(`
  fragment ProblemInWords on Problem @_unmask {
    field
    code
    message
  }
`)

/** A badge as small pictures and rows show it. */
export const BadgeFace = graphql(`
  fragment BadgeFace on AchievementRef @_unmask {
    id
    name
    art {
      svgUrl
    }
  }
`)

/** What `TrustLadder` draws. */
export const TrustOnLadder = graphql(`
  fragment TrustOnLadder on TrustLadder @_unmask {
    rung
    label
    line
    rungs {
      code
      label
    }
  }
`)
