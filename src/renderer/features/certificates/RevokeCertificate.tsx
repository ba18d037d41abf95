import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useNotice } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import { type CertificateDetail, REVOCATION_REASONS, type RevocationReason } from '@shared/contract/certificates'
import { showUnprintable } from '@shared/printable'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hitWords } from './hitWords'

interface RevokeCertificateProps {
  readonly certificate: CertificateDetail
  readonly onEnd: () => void
}

/** Asks for a reason before a certificate is revoked, and names what that hits: it can not be undone. */
export function RevokeCertificate({ certificate, onEnd }: RevokeCertificateProps) {
  const { t } = useTranslation('certificates')
  const orpc = useOrpc()
  const queries = useQueryClient()
  const notice = useNotice()
  const explain = useExplain()
  const reasonId = useId()
  const [reason, setReason] = useState<RevocationReason | ''>('')
  const station = showUnprintable(certificate.stationIdentity)
  const revoke = useMutation(
    orpc.certificates.revoke.mutationOptions({
      onSuccess: (outcome) => {
        const key = outcome.kind === 'already-revoked' ? 'already' : outcome.disconnected ? 'doneDisconnected' : 'done'
        notice({ text: t(`revoke.${key}`, { station }) })
        void queries.invalidateQueries({ queryKey: orpc.certificates.key() })
        onEnd()
      },
    }),
  )
  return (
    <Alert severity="warning" variant="outlined" sx={{ overflowWrap: 'anywhere', '& .MuiAlert-message': { flex: 1 } }}>
      <Typography sx={{ mb: 1 }}>{t('revoke.ask', { station })}</Typography>
      {hitWords(certificate.hits).map((word) => (
        <Typography key={word}>{t(`revoke.hits.${word}`, { station })}</Typography>
      ))}
      <TextField
        select
        autoFocus
        id={reasonId}
        label={t('revoke.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value as RevocationReason)}
        sx={{ mt: 4, width: '100%', maxWidth: 420 }}
      >
        {REVOCATION_REASONS.map((each) => (
          <MenuItem key={each} value={each}>
            {t(`reason.${each}`)}
          </MenuItem>
        ))}
      </TextField>
      {revoke.isError && <Typography sx={{ mt: 2 }}>{explain(revoke.error).sentence}</Typography>}
      <Box sx={{ display: 'flex', gap: 2, mt: 3 }}>
        <PermittedButton
          call="certificates.revoke"
          size="small"
          variant="contained"
          color="error"
          disabled={reason === ''}
          loading={revoke.isPending}
          onClick={() => reason !== '' && revoke.mutate({ certificateId: certificate.id, reason })}
        >
          {t('revoke.button')}
        </PermittedButton>
        <Button size="small" onClick={onEnd}>
          {t('revoke.keep')}
        </Button>
      </Box>
    </Alert>
  )
}
