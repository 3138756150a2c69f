import { type ReactNode, useEffect } from 'react'
import { useRead } from '@/api/useRead'
import { keepCelebrations } from '@/design/celebrations'
import { StudentHome } from '../home/documents'
import { Celebrations } from './Celebrations'
import { WelcomeNotice } from './WelcomeNotice'

/** What every screen of a student keeps an eye on: new badges, and at the first sign-in the plain notice. */
export function Around({ children }: { children: ReactNode }) {
  const { data } = useRead(StudentHome)
  const wanted = data?.me?.celebrations ?? true
  useEffect(() => keepCelebrations(wanted), [wanted])
  return (
    <>
      {children}
      {data?.me?.noticeSeen === false && <WelcomeNotice givenName={data.me.givenName} />}
      {data && <Celebrations badges={data.studentHome.celebrations} />}
    </>
  )
}
