import { useState } from 'react'
import { type Read, useRead } from '@/api/useRead'
import { Step } from './documents'
import type { StepInFull } from './step'

type ReadStep = Omit<Read<unknown>, 'data' | 'fresh'> & {
  step: StepInFull | undefined
  missing: boolean
  /** Shows what a mutation answered, until the server says something newer. */
  show: (step: StepInFull | null | undefined) => void
}

export function useStep(enrollmentId: string, stepId: string): ReadStep {
  const { data, loading, failed, reload } = useRead(Step, { enrollmentId, stepId })
  const [answered, setAnswered] = useState<{ step: StepInFull; over: typeof data }>()
  const step = answered && answered.over === data ? answered.step : (data?.step ?? undefined)
  return {
    step,
    loading,
    failed,
    reload,
    missing: data?.step === null,
    show: newest => newest && setAnswered({ step: newest, over: data }),
  }
}
