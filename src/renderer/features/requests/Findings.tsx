import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { Finding } from '@shared/contract/requests'
import { useTranslation } from 'react-i18next'
import { worstFirst } from './decisionRules'
import { SeverityMark } from './marks'
import { useFindingWords } from './useFindingWords'

/** The findings as sentences, the worst first; why each matters and its requirement behind “why”. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation('requests')
  const words = useFindingWords()
  if (findings.length === 0) return <Typography color="textSecondary">{t('case.noFindings')}</Typography>
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {worstFirst(findings).map((finding) => {
        const { title, why } = words(finding)
        return (
          <Box
            component="li"
            key={`${finding.code} ${JSON.stringify(finding.params)}`}
            sx={{
              display: 'grid',
              gridTemplateColumns: '132px 1fr',
              alignItems: 'start',
              columnGap: 3,
              py: 2,
              borderTop: 1,
              borderColor: 'divider',
              '&:first-of-type': { borderTop: 0 },
            }}
          >
            <SeverityMark severity={finding.severity} />
            <div>
              <Typography>{title}</Typography>
              {(why !== null || finding.requirement !== '') && (
                <Box
                  component="details"
                  sx={{
                    color: 'text.secondary',
                    '& summary': { cursor: 'pointer', width: 'fit-content', typography: 'body2', borderRadius: 1 },
                  }}
                >
                  <summary>
                    {t('case.more')}
                    <span className="visually-hidden">: {title}</span>
                  </summary>
                  {why !== null && <Typography sx={{ mt: 1 }}>{why}</Typography>}
                  {finding.requirement !== '' && (
                    <Typography variant="body2" sx={{ mt: 1 }}>
                      {t('case.requirement', { requirement: finding.requirement })}
                    </Typography>
                  )}
                </Box>
              )}
            </div>
          </Box>
        )
      })}
    </Box>
  )
}
