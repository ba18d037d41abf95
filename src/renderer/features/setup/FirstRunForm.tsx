import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface FirstRunFormProps {
  readonly title: string
  readonly intro: string
  /** Above the title. */
  readonly head?: ReactNode
  readonly onSubmit: (event: FormEvent) => void
  readonly children: ReactNode
}

/** The whole window before there is a site: one sheet with one question. */
export function FirstRunForm({ title, intro, head, onSubmit, children }: FirstRunFormProps) {
  const { t } = useTranslation('common')
  return (
    <Box component="main" sx={{ height: '100%', overflowY: 'auto', display: 'grid', padding: 6 }}>
      <title>{t('documentTitle', { page: title })}</title>
      <Paper
        variant="outlined"
        component="form"
        noValidate
        onSubmit={onSubmit}
        sx={{ margin: 'auto', width: '100%', maxWidth: 560, padding: 8, borderRadius: 1.5, display: 'grid', gap: 6 }}
      >
        <div>
          {head}
          <Typography variant="h1" sx={{ mb: 2 }}>
            {title}
          </Typography>
          <Typography sx={{ color: 'text.secondary' }}>{intro}</Typography>
        </div>
        {children}
      </Paper>
    </Box>
  )
}
