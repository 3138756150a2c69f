import { createContext, useContext } from 'react'
import type { Problem } from '@/api/problems'
import { problemAt } from '@/api/problems'
import type { Choices, Speech } from './merging'
import type { Writing } from './useDraft'

type Editing = { writing: Writing; choices: Choices; language: Speech }

/** What every field of the editor needs: the draft, what may be chosen, the language of the texts. */
export const EditorContext = createContext<Editing | null>(null)

export function useEditor(): Editing & { problemOf: (part: string) => string | undefined } {
  const editing = useContext(EditorContext)
  if (!editing) throw new Error('a field of the editor stands in the editor')
  const problems: readonly Problem[] = editing.writing.problems
  return { ...editing, problemOf: part => problemAt(problems, part) }
}
