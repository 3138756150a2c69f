/** How a badge is graded: `values` from low to high, or numbers; without `required` or more it is not given. */
export type Scale = { kind: string; values: readonly string[]; least: string; most: string; required: string }

/** The grades with which the badge is given. */
export const enough = ({ values, required }: Scale): readonly string[] =>
  values.slice(Math.max(0, values.indexOf(required)))
