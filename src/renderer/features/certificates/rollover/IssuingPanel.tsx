import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { PermittedButton } from '@renderer/components/PermittedButton'
import type { RollOverState, RootKey } from '@shared/contract/rollover'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../stations/page/Panel'
import { RootKeyFields } from './RootKeyFields'
import type { Asked, useRollOver } from './useRollOver'

interface IssuingPanelProps {
  readonly state: RollOverState
  readonly rollOver: ReturnType<typeof useRollOver>
  /** Asks a person before something that can not be undone. */
  readonly onAsk: (wish: Asked) => void
}

/** Replaces the issuing CA under the same root, and tells how far that is. */
export function IssuingPanel({ state, rollOver, onAsk }: IssuingPanelProps) {
  const { t } = useTranslation(['rollOver', 'common'])
  const [isAsked, setIsAsked] = useState(false)
  const [rootKey, setRootKey] = useState<RootKey | null>(null)
  const { authorities, phase, issuingReplaced } = state
  const isAway = authorities.some((each) => each.role === 'root' && each.state === 'current' && each.key === 'away')
  const old = authorities.filter((each) => each.role === 'issuing' && each.state === 'old')
  return (
    <Panel title={t('issuing.heading')}>
      <Typography sx={{ mb: 3, maxWidth: 640 }}>{t('issuing.text')}</Typography>
      {issuingReplaced && (
        <Typography sx={{ mb: 3 }}>
          {t('banner.issuing', { count: old.reduce((sum, { leaves }) => sum + leaves, 0) })}
        </Typography>
      )}
      {phase === 'none' ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
          <PermittedButton
            call="rollOver.replaceIssuing"
            variant="outlined"
            disabled={rollOver.isBusy}
            onClick={() => setIsAsked(true)}
          >
            {t('issuing.button')}
          </PermittedButton>
          {old.map(({ id }) => (
            <PermittedButton
              call="rollOver.retire"
              key={id}
              disabled={rollOver.isBusy}
              onClick={() => onAsk({ kind: 'retire', role: 'issuing', authorityId: id, evenSo: false })}
            >
              {t('issuing.retire')}
            </PermittedButton>
          ))}
        </Box>
      ) : (
        <Typography sx={{ color: 'text.secondary' }}>{t('issuing.busy')}</Typography>
      )}
      {isAsked && (
        <Dialog open onClose={() => setIsAsked(false)} aria-labelledby="replace-issuing">
          <DialogTitle id="replace-issuing">{t('issuing.question')}</DialogTitle>
          <DialogContent>
            <Typography sx={{ mb: 3 }}>{t('issuing.means')}</Typography>
            {isAway && (
              <>
                <Typography sx={{ mb: 2 }}>{t('key.wanted')}</Typography>
                <RootKeyFields disabled={rollOver.isBusy} onChange={setRootKey} />
              </>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setIsAsked(false)}>{t('common:actions.cancel')}</Button>
            <PermittedButton
              call="rollOver.replaceIssuing"
              variant="contained"
              disabled={isAway && rootKey === null}
              onClick={() => {
                rollOver.wish({ kind: 'replace-issuing', rootKey })
                setIsAsked(false)
              }}
            >
              {t('issuing.button')}
            </PermittedButton>
          </DialogActions>
        </Dialog>
      )}
    </Panel>
  )
}
