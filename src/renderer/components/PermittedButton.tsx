import Button, { type ButtonProps } from '@mui/material/Button'
import Tooltip from '@mui/material/Tooltip'
import type { ElementType } from 'react'
import { useTranslation } from 'react-i18next'
import { type CallName, useWhyNot } from '../link/useRights'

type PermittedButtonProps = Omit<ButtonProps, 'component'> & {
  /** What the button does, or leads to. */
  readonly call: CallName
  readonly component?: ElementType
  /** Where it leads as a link. */
  readonly to?: string
}

/** A button that can not be used by whoever may not make its call, and then says why where the pointer or focus is. */
export function PermittedButton({ call, ...button }: PermittedButtonProps) {
  const { t } = useTranslation('errors')
  const why = useWhyNot()(call)
  if (why === null) return <Button {...button} />
  const reason = t(why)
  const { component, to, onClick, ...plain } = button
  // Neither a link nor a handler is left: what is disabled gets no events, so the reason hangs on what is around it.
  return (
    <Tooltip title={reason}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the reason has to be found by the keyboard, too. */}
      <span tabIndex={0} role="note" aria-label={reason}>
        <Button {...plain} disabled />
      </span>
    </Tooltip>
  )
}
