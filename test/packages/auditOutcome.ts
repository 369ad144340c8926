/** What `npm audit --json` has come to, from what it printed: it prints something else where no registry answers. */
import { z } from 'zod'

const reportSchema = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(
    z.string(),
    z.object({
      name: z.string(),
      severity: z.string(),
      range: z.string(),
      via: z.array(z.union([z.string(), z.object({ title: z.string() })])),
    }),
  ),
})
const failureSchema = z.object({ message: z.string() })

export type AuditOutcome =
  | { readonly kind: 'answered'; readonly isSerious: boolean; readonly found: readonly string[] }
  | { readonly kind: 'unanswered'; readonly why: string }

/** @param said what it printed on standard output */
export function auditOutcome(said: string): AuditOutcome {
  const json = jsonOf(said)
  const report = reportSchema.safeParse(json)
  if (!report.success) {
    const failure = failureSchema.safeParse(json)
    return { kind: 'unanswered', why: failure.success ? failure.data.message : 'npm audit printed no report' }
  }
  const all = Object.values(report.data.vulnerabilities)
  const found = all.map(({ name, severity, range, via }) => {
    const titles = via.map((one) => (typeof one === 'string' ? `through ${one}` : one.title))
    return `${name} ${range}: ${severity}, ${titles.join('; ')}`
  })
  return { kind: 'answered', isSerious: all.some(({ severity }) => /^(high|critical)$/.test(severity)), found }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What is printed of it. */
export function auditText(outcome: AuditOutcome): string {
  if (outcome.kind === 'unanswered') {
    return `!!! NOT AUDITED: no registry answered whether packages have known vulnerabilities.\n!!! ${outcome.why}`
  }
  if (outcome.found.length === 0) return 'no known vulnerability in the packages that are installed with ours'
  return `known vulnerabilities in the packages that are installed with ours:\n  ${outcome.found.join('\n  ')}`
}
