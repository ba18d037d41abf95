import { useClient, useOrpc } from '@renderer/link'
import type { ApartSession, MonthRequest, ReportHead, ReportLine, ReportSession } from '@shared/contract/reports'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

/** A month as it came, whole. */
export interface Report {
  readonly head: ReportHead
  readonly lines: readonly ReportLine[]
  readonly apart: readonly ApartSession[]
  /** By their beginning, where they were asked for: exactly those that the lines are made of. */
  readonly sessions: readonly ReportSession[]
}

interface ReportRequest extends MonthRequest {
  /** With sessions: those of all lines, or of the one with the key. */
  readonly withSessions?: true
  readonly key?: string
}

/** Long enough that going back and forth between pages asks once; a report says when it was made. */
const FRESH_MS = 5 * 60_000

const byBeginning = (a: ReportSession, b: ReportSession) => a.beganAt - b.beganAt || a.sessionId - b.sessionId

/** The report of a month. `seen` is how many sessions have been looked through while it is made; leaving ends that. */
export function useReport(request: ReportRequest) {
  const client = useClient()
  const orpc = useOrpc()
  const [seen, setSeen] = useState(0)
  const query = useQuery({
    queryKey: orpc.reports.month.key({ input: request }),
    staleTime: FRESH_MS,
    queryFn: async ({ signal }): Promise<Report> => {
      const lines: ReportLine[] = []
      const apart: ApartSession[] = []
      const sessions: ReportSession[] = []
      setSeen(0)
      for await (const part of await client.reports.month(request, { signal })) {
        if (part.kind === 'progress') setSeen(part.sessions)
        if (part.kind === 'sessions') sessions.push(...part.sessions)
        if (part.kind === 'lines') lines.push(...part.lines)
        if (part.kind === 'apart') apart.push(...part.sessions)
        if (part.kind === 'head') return { head: part.head, lines, apart, sessions: sessions.sort(byBeginning) }
      }
      throw new Error('the report broke off')
    },
  })
  return { query, seen }
}

/** The sessions of a month or of one line, by their beginning. */
export function useReportSessions(request: MonthRequest & { readonly key?: string }) {
  const client = useClient()
  const orpc = useOrpc()
  return useQuery({
    queryKey: orpc.reports.sessions.key({ input: request }),
    staleTime: FRESH_MS,
    queryFn: async ({ signal }) => {
      const all: ReportSession[] = []
      for await (const { sessions } of await client.reports.sessions(request, { signal })) all.push(...sessions)
      return all.sort(byBeginning)
    },
  })
}
