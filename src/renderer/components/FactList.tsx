import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { showUnprintable } from '@shared/printable'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface Fact {
  readonly name: string
  /** Null, undefined and '' are shown as “not known”. */
  readonly value: ReactNode
}

/** Names and values under each other. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  const { t } = useTranslation('common')
  return (
    <Box
      component="dl"
      sx={{ display: 'grid', gridTemplateColumns: 'minmax(112px, 30%) 1fr', columnGap: 4, rowGap: 2, margin: 0 }}
    >
      {facts.map(({ name, value }) => (
        <Fragment key={name}>
          <Typography component="dt" sx={{ color: 'text.secondary', minWidth: 0, overflowWrap: 'anywhere' }}>
            {name}
          </Typography>
          <Typography component="dd" sx={{ margin: 0, minWidth: 0, overflowWrap: 'anywhere' }}>
            {value === null || value === undefined || value === '' ? (
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {t('unknownValue')}
              </Box>
            ) : typeof value === 'string' ? (
              showUnprintable(value)
            ) : (
              value
            )}
          </Typography>
        </Fragment>
      ))}
    </Box>
  )
}
