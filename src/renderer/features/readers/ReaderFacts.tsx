import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { PermittedButton } from '@renderer/components/PermittedButton'
import type { ReaderState } from '@shared/contract/readers'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { CopyText } from '../../components/CopyText'
import { useOrpc } from '../../link'
import { isTroubled } from './readerTrouble'

/** What starts the service on Debian and its relatives. */
const START_ON_LINUX = 'sudo apt install pcscd && sudo systemctl enable --now pcscd.socket'

/** How the USB readers stand, what that means and what to do about it. */
export function ReaderFacts({ state }: { readonly state: ReaderState }) {
  const { t } = useTranslation('readers')
  const orpc = useOrpc()
  const again = useMutation(orpc.readers.tryAgain.mutationOptions())
  return (
    <Box sx={{ display: 'grid', gap: 3, justifyItems: 'start' }}>
      <Explained state={state} />
      {state.kind === 'ready' && (
        <Box component="ul" sx={{ m: 0, pl: 5 }}>
          {state.readers.map(({ name, condition }) => (
            <li key={name}>
              {name}: {t(`state.condition.${condition}`)}
            </li>
          ))}
        </Box>
      )}
      {isTroubled(state) && (
        <>
          <Typography color="textSecondary">{t('state.worksWithout')}</Typography>
          <PermittedButton
            call="readers.tryAgain"
            variant="outlined"
            size="small"
            loading={again.isPending}
            onClick={() => again.mutate(undefined)}
          >
            {t('state.tryAgain')}
          </PermittedButton>
        </>
      )}
    </Box>
  )
}

function Explained({ state }: { readonly state: ReaderState }) {
  const { t } = useTranslation('readers')
  switch (state.kind) {
    case 'no-service':
      return (
        <>
          <Typography>{t(`state.why.${state.why}`)}</Typography>
          {state.system !== 'linux' && <Typography>{t(`state.how.${state.system}`)}</Typography>}
          {state.system === 'linux' && state.why === 'not-allowed' && (
            <Typography>{t('state.how.linuxAllowed')}</Typography>
          )}
          {state.system === 'linux' && state.why !== 'not-allowed' && (
            <div>
              <Typography>{t('state.how.linux')}</Typography>
              <CopyText text={START_ON_LINUX} what={t('state.command')} />
            </div>
          )}
        </>
      )
    case 'ended':
      return <Typography>{t('state.ended', { reason: state.reason })}</Typography>
    default:
      return <Typography>{t(`state.${state.kind}`)}</Typography>
  }
}
