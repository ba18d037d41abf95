import Button from '@mui/material/Button'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { RelativeTime, useNotice } from '@renderer/components'
import { PaperTable } from '@renderer/components/PaperTable'
import { useNow } from '@renderer/components/useNow'
import { useExplain } from '@renderer/i18n/useExplain'
import { useFormat } from '@renderer/i18n/useFormat'
import { useOrpc } from '@renderer/link'
import type { ApiToken } from '@shared/contract/apiTokens'
import { showUnprintable } from '@shared/printable'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

const COLUMNS = ['name', 'scope', 'ends', 'used'] as const

/** Whether nobody has gone elsewhere from a row. */
const isLeftTo = (row: Element | null) =>
  document.activeElement === document.body || row?.contains(document.activeElement) === true

/** The tokens of scripts, newest first. One that is ended by mistake costs no more than a new one. */
export function ScriptTokens({ tokens }: { readonly tokens: readonly ApiToken[] }) {
  const { t } = useTranslation('automation')
  const format = useFormat()
  const notice = useNotice()
  const explain = useExplain()
  const now = useNow()
  const end = useMutation(
    useOrpc().apiTokens.endToken.mutationOptions({
      onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
    }),
  )
  if (tokens.length === 0) return <Typography color="textSecondary">{t('noTokens')}</Typography>
  return (
    <PaperTable
      label={t('tokens')}
      heads={COLUMNS.map((column) => ({ key: column, label: t(`column.${column}`) }))}
      actions
    >
      {tokens.map((token) => {
        const name = showUnprintable(token.name)
        const isOver = token.endedAt !== null || (token.endsAt !== null && token.endsAt <= now)
        return (
          <TableRow key={token.id}>
            <TableCell component="th" scope="row" tabIndex={-1} sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
              {name}
            </TableCell>
            <TableCell>{t(`scopes.${token.scope}`)}</TableCell>
            <TableCell>
              {isOver ? t('ended') : token.endsAt === null ? t('noEnd') : format.dateTime(token.endsAt)}
            </TableCell>
            <TableCell>{token.lastUsedAt === null ? t('never') : <RelativeTime at={token.lastUsedAt} />}</TableCell>
            <TableCell align="right">
              {!isOver && (
                <Button
                  size="small"
                  color="error"
                  aria-label={t('endOf', { name })}
                  disabled={end.isPending}
                  onClick={({ currentTarget }) => {
                    const row = currentTarget.closest('tr')
                    const onSuccess = () => {
                      notice({ text: t('endDone', { name }) })
                      // The button goes with what it was for; the focus stays with the token.
                      if (isLeftTo(row)) row?.querySelector('th')?.focus()
                    }
                    end.mutate({ tokenId: token.id }, { onSuccess })
                  }}
                >
                  {t('endNow')}
                </Button>
              )}
            </TableCell>
          </TableRow>
        )
      })}
    </PaperTable>
  )
}
