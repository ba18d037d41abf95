import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { CopyText, ErrorState, FactList, LoadingState } from '@renderer/components'
import { useFormat } from '@renderer/i18n/useFormat'
import { useOrpc } from '@renderer/link'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

/** Characters of a signed value that are shown; all of it is copied. */
const SHOWN = 120

/** The meter values that the meter signed, byte for byte, for a program that checks them. */
export function SignedValues({ sessionId }: { readonly sessionId: number }) {
  const { t } = useTranslation('sessions')
  const format = useFormat()
  const found = useQuery(useOrpc().sessions.signed.queryOptions({ input: { sessionId } }))
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <LoadingState rows={2} />
  if (found.data.length === 0) return <Typography color="textSecondary">{t('signed.none')}</Typography>
  return (
    <Box component="ul" aria-label={t('signed.list')} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 3 }}>
      {found.data.map((value) => (
        <Box
          component="li"
          key={`${value.at} ${value.context} ${value.data}`}
          sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 3 }}
        >
          <FactList
            facts={[
              { name: t('signed.at'), value: format.dateTime(value.at) },
              { name: t('measured.quantity'), value: [value.measurand, value.context].filter(Boolean).join(' · ') },
              {
                name: t('signed.value'),
                value: (
                  <CopyText
                    text={value.data}
                    what={t('signed.data')}
                    shown={value.data.length > SHOWN ? `${value.data.slice(0, SHOWN)}…` : value.data}
                  />
                ),
              },
              ...(value.signingMethod === '' ? [] : [{ name: t('signed.method'), value: value.signingMethod }]),
              ...(value.encodingMethod === '' ? [] : [{ name: t('signed.encoding'), value: value.encodingMethod }]),
              ...(value.publicKey === ''
                ? []
                : [
                    {
                      name: t('signed.publicKey'),
                      value: <CopyText text={value.publicKey} what={t('signed.key')} />,
                    },
                  ]),
            ]}
          />
        </Box>
      ))}
    </Box>
  )
}
