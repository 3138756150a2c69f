import { ProblemInWords } from '@/api/fragments'
import { graphql } from '@/api/graphql'

/** Classes and schools of the signed-in teacher. */
export const TeacherGroups = graphql(`
  query TeacherGroups {
    me {
      id
      role
      groups {
        id
        name
        role
        schoolName
      }
      schools {
        id
        name
      }
    }
  }
`)

export const ClassRoster = graphql(`
  query ClassRoster($groupId: ID!) {
    classRoster(groupId: $groupId) {
      groupId
      name
      schoolId
      signInOpenUntil
      led
      students {
        id
        givenName
        familyName
        nickname
        bornOn
        hasCard
        runBySchool
        signedInOnce
      }
      teachers {
        id
        name
      }
    }
  }
`)

/** Reads a pasted list and changes nothing; asked while the teacher is still writing. */
export const PreviewStudents = graphql(
  `
    mutation PreviewStudents($schoolId: ID!, $students: String!) {
      previewStudents(schoolId: $schoolId, students: $students) {
        rows {
          line
          row
          givenName
          familyName
          bornOn
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
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const CreateClass = graphql(
  `
    mutation CreateClass($schoolId: ID!, $name: String!, $students: String!, $key: ID) {
      createClass(schoolId: $schoolId, name: $name, students: $students, key: $key) {
        groupId
        students
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const AddStudent = graphql(
  `
    mutation AddStudent($groupId: ID!, $givenName: String!, $familyName: String!, $bornOn: Date, $key: ID) {
      addStudent(
        groupId: $groupId
        givenName: $givenName
        familyName: $familyName
        bornOn: $bornOn
        key: $key
      ) {
        student {
          id
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const RenameStudent = graphql(
  `
    mutation RenameStudent(
      $groupId: ID!
      $studentId: ID!
      $givenName: String!
      $familyName: String!
      $bornOn: Date
      $key: ID
    ) {
      renameStudent(
        groupId: $groupId
        studentId: $studentId
        givenName: $givenName
        familyName: $familyName
        bornOn: $bornOn
        key: $key
      ) {
        student {
          id
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const RemoveStudent = graphql(
  `
    mutation RemoveStudent($groupId: ID!, $studentId: ID!, $key: ID) {
      removeStudent(groupId: $groupId, studentId: $studentId, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const EndStudentSignIns = graphql(
  `
    mutation EndStudentSignIns($groupId: ID!, $studentId: ID!, $key: ID) {
      endStudentSignIns(groupId: $groupId, studentId: $studentId, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const OpenSignIn = graphql(
  `
    mutation OpenSignIn($groupId: ID!, $key: ID) {
      openSignIn(groupId: $groupId, key: $key) {
        signInOpenUntil
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const CloseSignIn = graphql(
  `
    mutation CloseSignIn($groupId: ID!, $key: ID) {
      closeSignIn(groupId: $groupId, key: $key) {
        signInOpenUntil
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)
