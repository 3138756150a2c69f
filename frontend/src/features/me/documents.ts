import { graphql } from '@/api/graphql'

export const MeDocument = graphql(`
  query Me {
    me {
      id
      role
      givenName
      familyName
      language
      celebrations
      groups {
        id
        name
        schoolName
      }
    }
  }
`)

export const ChangeMySettings = graphql(`
  mutation ChangeMySettings($language: String, $celebrations: Boolean, $key: ID) {
    changeMySettings(language: $language, celebrations: $celebrations, key: $key) {
      me {
        id
        language
        celebrations
      }
      errors {
        field
        code
        message
      }
    }
  }
`)

export const EndMySignIns = graphql(`
  mutation EndMySignIns($key: ID) {
    endMySignIns(key: $key) {
      errors {
        field
        code
        message
      }
    }
  }
`)
