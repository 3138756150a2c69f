import { graphql } from '@/api/graphql'

/** One part of a description in one language, and the pictures before and after where the picture changed. */
export const WordByWord = graphql(`
  fragment WordByWord on DescriptionChange @_unmask {
    part
    label
    language
    pieces
    pictures
  }
`)
