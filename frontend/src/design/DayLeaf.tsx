type DayLeafProps = { day: string; month: string; dateTime: string; over?: boolean }

/** A leaf of the wall calendar; the day is said again in words beside it. */
export function DayLeaf({ day, month, dateTime, over = false }: DayLeafProps) {
  return (
    <time className={over ? 'leaf leaf-over' : 'leaf'} dateTime={dateTime} aria-hidden="true">
      <span>{month}</span>
      <strong>{day}</strong>
    </time>
  )
}
