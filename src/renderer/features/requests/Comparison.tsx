import Box from '@mui/material/Box'
import { useFormat } from '@renderer/i18n/useFormat'
import type { CertificateSide, RequestCase } from '@shared/contract/requests'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'
import { comparedLines } from './comparedLines'

/** The last certificate beside the new one, line by line; what changes is marked by a word, not by colour alone. */
export function Comparison({ comparison }: { readonly comparison: NonNullable<RequestCase['comparison']> }) {
  const { t } = useTranslation('requests')
  const format = useFormat()
  const shown = (side: CertificateSide, field: keyof CertificateSide): string => {
    const value = side[field]
    if (value === null) return t('compare.drawn')
    return typeof value === 'number' ? `${format.date(value)}, ${format.time(value)}` : showUnprintable(value)
  }
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Box
        component="table"
        sx={{
          width: '100%',
          borderCollapse: 'collapse',
          tableLayout: 'fixed',
          '& th, & td': {
            textAlign: 'start',
            verticalAlign: 'top',
            py: 1.5,
            pe: 3,
            borderTop: 1,
            borderColor: 'divider',
          },
          '& thead :is(th, td)': { borderTop: 0 },
          '& th': { color: 'text.secondary', fontWeight: 500 },
          '& td': { overflowWrap: 'anywhere' },
        }}
      >
        <thead>
          <tr>
            <Box component="td" sx={{ width: 132 }} />
            <th scope="col">{t('compare.before')}</th>
            <th scope="col">{t('compare.after')}</th>
            <Box component="th" scope="col" sx={{ width: 96 }}>
              {t('compare.change')}
            </Box>
          </tr>
        </thead>
        <tbody>
          {comparedLines(comparison).map(({ field, change }) => (
            <tr key={field}>
              <th scope="row">{t(`compare.field.${field}`)}</th>
              <td>{shown(comparison.before, field)}</td>
              <Box component="td" sx={change === 'unexpected' ? { fontWeight: 650 } : undefined}>
                {shown(comparison.after, field)}
              </Box>
              <Box component="td" sx={{ color: change === 'unexpected' ? 'warning.main' : 'text.secondary' }}>
                {t(`compare.${change}`)}
              </Box>
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}
