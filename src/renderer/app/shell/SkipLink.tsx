import { styled } from '@mui/material/styles'
import { useTranslation } from 'react-i18next'

const Skip = styled('button')(({ theme }) => ({
  position: 'absolute',
  left: 8,
  top: -80,
  zIndex: theme.zIndex.tooltip,
  padding: '8px 16px',
  font: 'inherit',
  borderRadius: 8,
  border: `1px solid ${theme.vars.palette.divider}`,
  background: theme.vars.palette.background.paper,
  color: theme.vars.palette.text.primary,
  '&:focus': { top: 8 },
}))

/** The first stop of the tab key. A button, since an address behind `#` is a page here. */
export function SkipLink({ onSkip }: { readonly onSkip: () => void }) {
  const { t } = useTranslation('shell')
  return (
    <Skip type="button" onClick={onSkip}>
      {t('skip')}
    </Skip>
  )
}
