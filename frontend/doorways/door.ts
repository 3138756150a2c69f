const ASK_EVERY_MS = 4000
const TICK_MS = 250
// A code is taken for one more step after its own; then what the screen shows is worth nothing.
const STEP_MS = 30_000

interface DoorNow {
  open: boolean
  here: number
  hereLine: string
  line: string
  clock: number
  step?: number
  until?: number
  digits?: string
  svg?: string
}

interface TeamNow {
  name: string
  done: number
  of: number
  finished: boolean
  line: string
}

/** `<form data-goes-by-itself>`: a person who scanned and is signed in has said enough. Never for a page made ahead. */
export function formsThatGoByThemselves(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-goes-by-itself]')
  if (!form) return
  const ahead = 'prerendering' in document && document.prerendering === true
  const elsewhere = document.referrer !== '' && !document.referrer.startsWith(`${location.origin}/`)
  // A page of another site may not check anybody in; then the button is there.
  if (ahead || elsewhere || document.visibilityState !== 'visible') return
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  if (entry?.type === 'back_forward') return
  form.requestSubmit()
}

/** `<button data-full-screen hidden>` */
export function fullScreenButtons(): void {
  if (!document.fullscreenEnabled) return
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-full-screen]')) {
    button.hidden = false
    button.addEventListener('click', () => void document.documentElement.requestFullscreen())
  }
  document.addEventListener('fullscreenchange', () => {
    document.body.classList.toggle('is-full-screen', document.fullscreenElement !== null)
  })
}

/** The screen at the door: asks what is new every four seconds, and says so plainly when it cannot. */
export function doorScreens(): void {
  const door = document.querySelector<HTMLElement>('[data-door]')
  if (door) watchDoor(door)
  const teams = document.querySelector<HTMLElement>('[data-teams]')
  if (teams) watchTeams(teams)
}

function part<E extends HTMLElement = HTMLElement>(within: ParentNode, name: string): E | null {
  return within.querySelector<E>(`[data-door-${name}]`)
}

function watchDoor(door: HTMLElement): void {
  let until = Number(door.dataset['until'] ?? 0)
  let ahead = Number(door.dataset['clock'] ?? 0) - Date.now()
  let asked = 0
  const serverNow = () => Date.now() + ahead

  const show = (now: DoorNow): void => {
    ahead = now.clock - Date.now()
    until = now.until ?? 0
    door.dataset['step'] = now.step === undefined ? '' : String(now.step)
    const pattern = part(door, 'pattern')
    if (pattern) {
      pattern.hidden = !now.open
      if (now.svg) pattern.innerHTML = now.svg
    }
    const typed = part(door, 'typed')
    if (typed) typed.hidden = !now.open
    write(part(door, 'digits'), now.digits ?? '')
    write(part(door, 'line'), now.line)
    write(part(door, 'here'), String(now.here))
    write(part(door, 'here-line'), now.hereLine)
    lost(door, false)
  }

  const ask = async (): Promise<void> => {
    const now = await fetchNow<DoorNow>(`${door.dataset['door']}?step=${door.dataset['step'] ?? ''}`)
    if (now) show(now)
    else if (until && serverNow() > until + STEP_MS) lost(door, true)
  }

  const tick = (): void => {
    const left = until - serverNow()
    const bar = part(door, 'time')
    if (bar) bar.style.setProperty('--left', String(Math.max(0, Math.min(1, left / STEP_MS))))
    const due = Date.now() - asked > ASK_EVERY_MS || (until > 0 && left < 0 && Date.now() - asked > 1000)
    if (!due) return
    asked = Date.now()
    void ask()
  }
  setInterval(tick, TICK_MS)
}

function watchTeams(list: HTMLElement): void {
  const ask = async (): Promise<void> => {
    const now = await fetchNow<{ teams: TeamNow[] }>(list.dataset['teams'] ?? '')
    lost(document.body, now === null)
    if (now) list.replaceChildren(...now.teams.map(teamBar))
  }
  setInterval(() => void ask(), ASK_EVERY_MS)
}

function teamBar(team: TeamNow): HTMLLIElement {
  const row = document.createElement('li')
  row.className = team.finished ? 'team-bar is-finished' : 'team-bar'
  const name = document.createElement('span')
  name.className = 'team-name'
  name.textContent = team.name
  const bar = document.createElement('progress')
  bar.max = team.of || 1
  bar.value = team.done
  bar.textContent = team.line
  const line = document.createElement('span')
  line.className = 'team-line'
  line.textContent = team.line
  row.append(name, ' ', bar, ' ', line)
  return row
}

async function fetchNow<T>(address: string): Promise<T | null> {
  try {
    const answer = await fetch(address, { headers: { accept: 'application/json' } })
    return answer.ok ? ((await answer.json()) as T) : null
  } catch {
    return null
  }
}

function lost(within: HTMLElement, is: boolean): void {
  const words = part(within, 'lost')
  if (words) words.hidden = !is
  within.classList.toggle('is-lost', is)
}

function write(where: HTMLElement | null, text: string): void {
  if (where && where.textContent !== text) where.textContent = text
}
