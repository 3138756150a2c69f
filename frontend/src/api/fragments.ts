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

/** Colours and symbols from which a badge is drawn, for whoever chooses among them. */
export const PaletteToChoose = graphql(`
  fragment PaletteToChoose on PaletteChoice @_unmask {
    code
    label
    rim
    field
    ink
    paper
  }
`)

export const SymbolToChoose = graphql(`
  fragment SymbolToChoose on SymbolChoice @_unmask {
    code
    label
    path
  }
`)

/** How a badge is graded: what `GradeField` asks for. */
export const ScaleOfGrades = graphql(`
  fragment ScaleOfGrades on ResultScale @_unmask {
    kind
    values
    least
    most
    required
  }
`)
