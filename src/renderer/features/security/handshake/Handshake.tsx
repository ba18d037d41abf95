import Box from '@mui/material/Box'
import { styled } from '@mui/material/styles'
import Typography from '@mui/material/Typography'
import { StatusShape } from '@renderer/components'
import type { RefusedCall } from '@shared/contract/refusedCalls'
import { useTranslation } from 'react-i18next'
import { handshakeOf, type Said } from './handshake'

const LOOK = {
  done: { shape: 'tick', colour: 'status.good' },
  broke: { shape: 'ring-cross', colour: 'status.danger' },
  never: { shape: 'hollow', colour: 'status.quiet' },
} as const

/** The refused call as a sequence: who said what to whom, until it broke. Read out, it is an ordered list. */
export function Handshake({ call }: { readonly call: RefusedCall }) {
  const { t } = useTranslation('security')
  const said = handshakeOf(call)
  return (
    <Box sx={{ maxWidth: 560, border: 1, borderColor: 'divider', borderRadius: 1, px: 4, pt: 2, pb: 3 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', mb: 1 }} aria-hidden>
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {t(`handshake.caller.${call.transport === 'mqtts' ? 'device' : 'charger'}`)}
        </Typography>
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {t('handshake.site')}
        </Typography>
      </Box>
      <Box
        component="ol"
        aria-label={t('handshake.label')}
        // The life lines of both.
        sx={{ listStyle: 'none', m: 0, p: 0, borderInline: '2px solid', borderColor: 'divider', marginInline: 3 }}
      >
        {said.map((each) => (
          <Step key={each.step} said={each} call={call} />
        ))}
      </Box>
    </Box>
  )
}

function Step({ said, call }: { readonly said: Said; readonly call: RefusedCall }) {
  const { t } = useTranslation('security')
  const { step, speaker, state } = said
  const { shape, colour } = LOOK[state]
  const speaks = speaker === 'site' ? t('handshake.site') : t('handshake.theCaller')
  return (
    <Box component="li" sx={{ pt: 1, color: state === 'never' ? 'text.secondary' : undefined }}>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'center', gap: 2, paddingInline: 3 }}>
        <Box component="span" sx={{ display: 'flex', color: colour }}>
          <StatusShape shape={shape} size={14} />
        </Box>
        <Typography variant="body2" sx={{ fontWeight: state === 'broke' ? 600 : 400, textAlign: 'center' }}>
          <span className="visually-hidden">{speaks}: </span>
          {t(`handshake.step.${step}`, { path: call.identity ?? '…' })}
          <span className={state === 'broke' ? undefined : 'visually-hidden'}> · {t(`handshake.state.${state}`)}</span>
        </Typography>
      </Box>
      <Arrow isBack={speaker === 'site'} state={state} />
    </Box>
  )
}

/** From one life line to the other; one that broke ends on its way. */
function Arrow({ isBack, state }: { readonly isBack: boolean; readonly state: Said['state'] }) {
  const line = { stroke: 'currentColor', strokeWidth: 2, strokeDasharray: state === 'never' ? '3 5' : undefined }
  return (
    <Line data-back={isBack} sx={{ color: LOOK[state].colour }}>
      <svg aria-hidden="true" height="12" width={state === 'broke' ? '50%' : '100%'}>
        <line x1="0" x2="100%" y1="6" y2="6" {...line} />
      </svg>
      <svg aria-hidden="true" viewBox="0 0 10 12" width="10" height="12" style={{ flex: 'none', marginLeft: -10 }}>
        <path
          d={state === 'broke' ? 'M1 2l8 8M9 2l-8 8' : 'M3 1l6 5-6 5'}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </Line>
  )
}

const Line = styled('div')({
  display: 'flex',
  alignItems: 'center',
  '&[data-back=true]': { transform: 'scaleX(-1)' },
})
