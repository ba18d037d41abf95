import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormControlLabel from '@mui/material/FormControlLabel'
import Switch from '@mui/material/Switch'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { DetailDrawer, Section } from '@renderer/components'
import { Permitted } from '@renderer/components/Permitted'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { EnrolRequest } from '@shared/contract/cards'
import { useTranslation } from 'react-i18next'
import { type BoxRow, countEnrolled } from './boxRows'
import { ScanField } from './ScanField'
import { useBox } from './useBox'
import { useScanning } from './useScanning'

/** A box of new cards: each tap enrols one, with a sound, a running list and a way back. */
export function BoxDrawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('readers')
  const { settings, change, rows, undo } = useBox()
  const scan = useScanning()
  const badGroup = !EnrolRequest.shape.group.safeParse(settings.group).success
  return (
    <DetailDrawer
      title={t('box.title')}
      subtitle={t('box.count', { count: countEnrolled(rows) })}
      onClose={onClose}
      actions={
        <Button variant="contained" onClick={onClose}>
          {t('box.done')}
        </Button>
      }
    >
      <Permitted call="cards.enrol" leaveOut>
        <Box sx={{ display: 'grid', gap: 4 }}>
          <Typography color="textSecondary">{t('box.intro')}</Typography>
          <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: '2fr 1fr' }}>
            <TextField
              label={t('box.label')}
              value={settings.pattern}
              onChange={(event) => change({ pattern: event.target.value })}
              helperText={t('box.labelHint')}
              autoComplete="off"
              slotProps={{ htmlInput: { maxLength: 70 } }}
            />
            <TextField
              type="number"
              label={t('box.from')}
              value={settings.next}
              onChange={(event) => change({ next: Math.max(0, Math.trunc(Number(event.target.value)) || 0) })}
              slotProps={{ htmlInput: { min: 0, max: 999_999 } }}
            />
            <TextField
              label={t('box.group')}
              value={settings.group}
              onChange={(event) => change({ group: event.target.value })}
              error={badGroup}
              helperText={badGroup ? t('box.badGroup') : undefined}
              autoComplete="off"
            />
            <FormControlLabel
              control={
                <Switch checked={settings.sound} onChange={(event) => change({ sound: event.target.checked })} />
              }
              label={t('box.sound')}
            />
          </Box>
          <ScanField label={t('scan.label')} hint={t('scan.hint')} onScan={scan} />
          <Section title={t('box.list')}>
            {rows.length === 0 ? (
              <Typography color="textSecondary">{t('box.empty')}</Typography>
            ) : (
              <Box component="ol" aria-live="polite" sx={{ listStyle: 'none', m: 0, p: 0 }}>
                {rows.map((row) => (
                  <Row key={row.token} row={row} onUndo={() => void undo(row)} />
                ))}
              </Box>
            )}
          </Section>
        </Box>
      </Permitted>
    </DetailDrawer>
  )
}

function Row({ row, onUndo }: { readonly row: BoxRow; readonly onUndo: () => void }) {
  const { t } = useTranslation('readers')
  const { token, label, state, note } = row
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        py: 2,
        minHeight: 40,
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="mono" component="span">
          {token}
        </Typography>{' '}
        <span>{label}</span>
        {note !== '' && (
          <Typography variant="body2" sx={{ color: 'status.attention' }}>
            {note}
          </Typography>
        )}
      </Box>
      <Typography variant="body2" color="textSecondary">
        {t(`box.${state}`)}
      </Typography>
      {state === 'enrolled' && (
        <PermittedButton
          call="cards.withdraw"
          size="small"
          aria-label={t('box.undoOf', { number: token })}
          onClick={onUndo}
        >
          {t('box.undo')}
        </PermittedButton>
      )}
    </Box>
  )
}
