import { type Fact, FactList, RelativeTime } from '@renderer/components'
import { useFormat } from '@renderer/i18n/useFormat'
import { useTell } from '@renderer/i18n/useTell'
import type { BackupRun, BackupState } from '@shared/contract/backup'
import { useTranslation } from 'react-i18next'

/** What became of the last backups, and when the next one is made. */
export function BackupFacts({ state }: { readonly state: BackupState }) {
  const { t } = useTranslation('settings')
  const tell = useTell()
  const format = useFormat()
  const outcome = (run: BackupRun, isTrial: boolean) => {
    if (run.problem !== null) return t('backup.last.failed', { problem: tell(run.problem) })
    if (isTrial) return t('backup.last.opened', { name: run.name })
    return t('backup.last.made', { name: run.name, size: format.size(run.size ?? 0) })
  }
  const fact = (name: string, run: BackupRun | null, isTrial = false): Fact => ({
    name,
    value:
      run === null ? (
        t('backup.last.never')
      ) : (
        <>
          <RelativeTime at={run.at} /> · {outcome(run, isTrial)}
        </>
      ),
  })
  return (
    <FactList
      facts={[
        fact(t('backup.last.saved'), state.saved),
        fact(t('backup.last.planned'), state.planned),
        fact(t('backup.last.trial'), state.trial, true),
        {
          name: t('backup.last.next'),
          value: state.plan ? format.dateTime(state.plan.nextAt) : t('backup.last.noPlan'),
        },
      ]}
    />
  )
}
