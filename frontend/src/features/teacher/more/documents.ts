import { graphql } from '@/api/graphql'

export const WhatIMayDo = graphql(`
  query WhatIMayDo {
    me {
      id
      may
    }
  }
`)
