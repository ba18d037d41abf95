import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { CopyText } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useFormat } from '@renderer/i18n/useFormat'
import type { StationRoots, TrustAnchor } from '@shared/contract/roots'
import type { Station } from '@shared/contract/stations'
import { showUnprintable } from '@shared/printable'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { useRootCommands } from './useRootCommands'

interface AnchorListProps {
  readonly station: Station
  readonly report: StationRoots['reports'][number]
  readonly commands: ReturnType<typeof useRootCommands>
}

/** The trust anchors of one use, and what each is to this site. */
export function AnchorList({ station, report, commands }: AnchorListProps) {
  const { t } = useTranslation(['roots', 'common'])
  const [removing, setRemoving] = useState<TrustAnchor | null>(null)
  const identity = showUnprintable(station.identity)
  if (report.anchors.length === 0) return <Typography sx={{ color: 'text.secondary' }}>{t('none')}</Typography>
  return (
    <>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
        {report.anchors.map((anchor) => (
          <Anchor key={JSON.stringify(anchor.hash)} anchor={anchor} onRemove={() => setRemoving(anchor)} />
        ))}
      </Box>
      {removing && (
        <Dialog open onClose={() => setRemoving(null)} aria-labelledby="remove-root">
          <DialogTitle id="remove-root">{t('confirm.title', { identity })}</DialogTitle>
          <DialogContent>
            <Typography>{t(removing.needed ? 'confirm.needed' : 'confirm.text', { identity })}</Typography>
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setRemoving(null)}>{t('common:actions.cancel')}</Button>
            <Button
              variant="contained"
              color={removing.needed ? 'error' : 'primary'}
              onClick={() => {
                commands.remove(report.use, removing.hash, removing.needed)
                setRemoving(null)
              }}
            >
              {t(removing.needed ? 'confirm.evenSo' : 'confirm.yes')}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  )
}

function Anchor({ anchor, onRemove }: { readonly anchor: TrustAnchor; readonly onRemove: () => void }) {
  const { t } = useTranslation('roots')
  const format = useFormat()
  const { kind, crossSigned, certificate, hash } = anchor
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'flex-start', gap: 3 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ overflowWrap: 'anywhere' }}>
          {t(`kind.${kind}`)}
          {crossSigned && ` (${t('crossSigned')})`}
        </Typography>
        <Typography variant="body2" component="div" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {certificate && (
            <>
              {showUnprintable(certificate.subject)} · {t('until', { when: format.date(certificate.notAfter) })} ·{' '}
            </>
          )}
          <CopyText text={hash.serialNumber} shown={shortened(hash.serialNumber)} what={t('number')} />
        </Typography>
      </Box>
      <PermittedButton
        call="roots.remove"
        size="small"
        aria-label={t('removeOf', { what: t(`kind.${kind}`) })}
        onClick={onRemove}
      >
        {t('remove')}
      </PermittedButton>
    </Box>
  )
}

function shortened(serialNumber: string): string {
  return serialNumber.length > 14 ? `${serialNumber.slice(0, 11)}…` : serialNumber
}
