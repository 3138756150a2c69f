import { Trans, useLingui } from '@lingui/react/macro'
import { ChevronDown, ExternalLink } from 'lucide-react'
import { useApi } from '@/api/ApiProvider'
import { Link } from '@/design/Link'
import { fullDay } from '@/i18n/dates'
import { Bar } from './Bar'
import { type Area, only, type Shown, type Skill, type Skills, sum } from './skills'

/** One row an area: its bar, and on demand what stands behind it. */
export function Areas({ map, shown }: { map: Skills; shown: Shown }) {
  const counted = map.areas.map(area => ({ area, counts: only(area.counts, shown) }))
  const most = Math.max(4, ...counted.map(({ counts }) => sum(counts)))
  const codes = map.layers.filter((_, at) => shown[at]).map(({ code }) => code)
  return (
    <ul className="card list">
      {counted
        .filter(({ counts }) => sum(counts) > 0)
        .map(({ area, counts }) => (
          <li key={area.code}>
            <details className="skill-area">
              <summary>
                <span className="skill-area-name">{area.name}</span>
                <strong className="numbers">{sum(counts)}</strong>
                <Bar counts={counts} most={most} />
                <ChevronDown aria-hidden="true" size={20} />
              </summary>
              <Behind
                map={map}
                area={area}
                skills={map.skills.filter(one => one.area === area.code && codes.includes(one.layer))}
              />
            </details>
          </li>
        ))}
    </ul>
  )
}

function Behind({ map, area, skills }: { map: Skills; area: Area; skills: readonly Skill[] }) {
  const layers = new Map(map.layers.map(({ code, label }) => [code, label]))
  const worn = new Set(skills.flatMap(({ curriculum }) => curriculum))
  const requirements = map.curriculum.filter(({ code }) => worn.has(code))
  return (
    <div className="stack stack-tight skill-behind">
      <ul className="stack stack-tight">
        {skills.map(skill => (
          <li key={`${skill.badgeId}${skill.id}${skill.text}`}>
            {skill.text}
            <p className="quiet">
              {skill.badgeId ? <Badge skill={skill} /> : layers.get(skill.layer)} · {fullDay(skill.since)}
            </p>
          </li>
        ))}
      </ul>
      {requirements.length > 0 && (
        <p className="quiet">
          <Trans>
            In the curriculum: {requirements.map(({ code, title }) => `${title} (${code})`).join('; ')}.
          </Trans>
        </p>
      )}
      {area.esco.length > 0 && (
        <p className="quiet">
          <Trans>In the European classification ESCO:</Trans>{' '}
          {area.esco.map(one => (
            <OutsideLink key={one.url} url={one.url} title={one.title} />
          ))}
        </p>
      )}
    </div>
  )
}

function OutsideLink({ url, title }: { url: string; title: string }) {
  const { t } = useLingui()
  return (
    <a href={url} rel="noreferrer" target="_blank" className="skill-outside">
      {title} <ExternalLink aria-label={t`another site, in a new window`} size={14} />
    </a>
  )
}

/** Only a student's app has a screen for each badge of one's own. */
function Badge({ skill }: { skill: Skill }) {
  const { person } = useApi()
  if (person.role !== 'student') return skill.badgeName
  return <Link to={`/badges/${skill.badgeId}`}>{skill.badgeName}</Link>
}
