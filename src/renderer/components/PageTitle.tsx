import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface PageTitleProps {
  readonly title: string
  /** The one main action of the page. */
  readonly action?: ReactNode
}

/** The first row of a page; names the document too. */
export function PageTitle({ title, action }: PageTitleProps) {
  const { t } = useTranslation('common')
  return (
    <Box
      sx={{
        flex: 'none',
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        // What finds no room beside the others keeps to their side.
        justifyContent: 'flex-end',
        columnGap: 4,
        rowGap: 2,
        minHeight: 40,
        mb: 4,
      }}
    >
      <title>{t('documentTitle', { page: title })}</title>
      <Typography variant="h1" sx={{ flex: '1 1 auto' }}>
        {title}
      </Typography>
      {action}
    </Box>
  )
}
