import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { DRAFT_LIMITS, type FirmwareDraft, type FirmwareProblems } from './firmwareDraft'

interface FirmwareFieldsProps {
  readonly draft: FirmwareDraft
  readonly problems: FirmwareProblems
  readonly onChange: (draft: FirmwareDraft) => void
}

/** The description of a firmware. What is wrong stands under the field it is about. */
export function FirmwareFields({ draft, problems, onChange }: FirmwareFieldsProps) {
  const { t } = useTranslation('files')
  const field = (name: keyof FirmwareDraft) => ({
    name,
    value: draft[name],
    onChange: (event: { target: { value: string } }) => onChange({ ...draft, [name]: event.target.value }),
    autoComplete: 'off',
    slotProps: { htmlInput: { maxLength: DRAFT_LIMITS[name] } },
  })
  const explain = (name: keyof FirmwareProblems, hint: string) => {
    const problem = problems[name]
    return { error: problem !== undefined, helperText: problem === undefined ? hint : t(`problem.${problem}`) }
  }
  const long = { multiline: true, minRows: 2, maxRows: 6 }
  return (
    <>
      <TextField label={t('form.version')} helperText={t('form.versionHint')} {...field('version')} />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3 }}>
        <TextField label={t('form.vendor')} {...field('vendor')} />
        <TextField label={t('form.model')} helperText={t('form.modelHint')} {...field('model')} />
      </Box>
      <TextField label={t('form.note')} {...long} {...field('note')} />
      <Box>
        <Typography variant="h3" component="h3" sx={{ mb: 1 }}>
          {t('form.signing')}
        </Typography>
        <Typography color="textSecondary">{t('form.signingText')}</Typography>
      </Box>
      <TextField
        label={t('form.certificate')}
        {...long}
        {...field('signingCertificate')}
        {...explain('signingCertificate', t('form.certificateHint'))}
      />
      <TextField
        label={t('form.signature')}
        {...long}
        {...field('signature')}
        {...explain('signature', t('form.signatureHint'))}
      />
    </>
  )
}
